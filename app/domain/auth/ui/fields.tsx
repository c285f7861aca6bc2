import { type FieldMetadata, type FormMetadata, getInputProps, getSelectProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select, type SelectOption } from '#app/ui/select.tsx'

type Values = Record<string, unknown>

interface Common<Value, Form extends Values> {
  /** What conform knows of the field. */
  field: FieldMetadata<Value, Form, string[]>
  label: string
  hint?: ReactNode
}

interface TextFieldProps<Value, Form extends Values> extends Common<Value, Form> {
  type?: 'text' | 'email' | 'password'
  autoComplete?: string
  isFocused?: boolean
  maxLength?: number
}

/** A line of text with its label and what is wrong with it. An optional field says so. */
export function TextField<Value, Form extends Values>(props: TextFieldProps<Value, Form>) {
  const { field, label, hint, type = 'text', isFocused, ...rest } = props
  const { key, ...input } = getInputProps(field, { type, ariaAttributes: false })
  return (
    <LabelledField field={field} label={label} hint={hint}>
      <Input key={key} {...input} {...rest} autoFocus={isFocused} />
    </LabelledField>
  )
}

interface SelectFieldProps<Value, Form extends Values> extends Common<Value, Form> {
  options: SelectOption[]
  emptyLabel?: string
}

export function SelectField<Value, Form extends Values>(props: SelectFieldProps<Value, Form>) {
  const { field, label, hint, options, emptyLabel } = props
  const { key, ...select } = getSelectProps(field, { ariaAttributes: false })
  return (
    <LabelledField field={field} label={label} hint={hint}>
      <Select
        key={key}
        {...select}
        defaultValue={String(select.defaultValue ?? '')}
        options={options}
        emptyLabel={emptyLabel}
      />
    </LabelledField>
  )
}

function LabelledField<Value, Form extends Values>({
  field,
  label,
  hint,
  children,
}: Common<Value, Form> & { children: ReactNode }) {
  const { t } = useTranslation()
  const message = useMessage()
  const errors = field.errors?.map(message)
  const note = field.required ? undefined : t('optional')
  return (
    <Field label={label} id={field.id} hint={hint} errors={errors} note={note}>
      {children}
    </Field>
  )
}

/** What a form could not accept, on top of it. */
export function FormProblems<Form extends Values>({ form }: { form: FormMetadata<Form, string[]> }) {
  const { t } = useTranslation()
  const message = useMessage()
  const errors = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    (messages ?? []).map((text) => ({
      message: message(text),
      fieldId: name ? `${form.id}-${name}` : undefined,
    })),
  )
  if (form.status !== 'error') return null
  return <FormErrors title={t('form.problems')} errors={errors} />
}

import { type FieldMetadata, type FormMetadata, getInputProps, getTextareaProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Input } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

type Values = Record<string, unknown>

interface LineFieldProps<Value, Form extends Values> {
  field: FieldMetadata<Value, Form, string[]>
  label: string
  hint?: ReactNode
  /** With a unit it is a whole number. */
  unit?: string
  type?: 'text' | 'date' | 'number'
  isOptional?: boolean
}

/** A line of text, a day, or a number with its unit. */
export function LineField<Value, Form extends Values>(props: LineFieldProps<Value, Form>) {
  const { field, label, hint, unit, type = 'text', isOptional } = props
  const { t } = useTranslation()
  const message = useMessage()
  const { key, ...input } = getInputProps(field as FieldMetadata<string, Form, string[]>, {
    type,
    ariaAttributes: false,
  })
  const isNumber = type === 'number'
  return (
    <Field
      label={label}
      id={field.id}
      hint={hint}
      errors={field.errors?.map(message)}
      note={isOptional ? t('optional') : undefined}
    >
      <Input
        key={key}
        {...input}
        unit={unit}
        isNumeric={isNumber}
        inputMode={isNumber ? 'numeric' : undefined}
      />
    </Field>
  )
}

interface TextAreaFieldProps<Value, Form extends Values> {
  field: FieldMetadata<Value, Form, string[]>
  label: string
  hint?: ReactNode
  isOptional?: boolean
}

export function TextAreaField<Value, Form extends Values>(props: TextAreaFieldProps<Value, Form>) {
  const { field, label, hint, isOptional } = props
  const { t } = useTranslation()
  const message = useMessage()
  const { key, ...area } = getTextareaProps(field as FieldMetadata<string, Form, string[]>, {
    ariaAttributes: false,
  })
  return (
    <Field
      label={label}
      id={field.id}
      hint={hint}
      errors={field.errors?.map(message)}
      note={isOptional ? t('optional') : undefined}
    >
      <TextArea key={key} {...area} />
    </Field>
  )
}

/** What a form could not accept, on top of it. */
export function Problems<Form extends Values>({ form }: { form: FormMetadata<Form, string[]> }) {
  const { t } = useTranslation()
  const message = useMessage()
  const errors = Object.entries(form.allErrors).flatMap(([name, messages]) =>
    (messages ?? []).map((text) => ({
      message: message(text),
      fieldId: name ? `${form.id}-${name}` : undefined,
    })),
  )
  return <FormErrors title={t('form.problems')} errors={errors} />
}

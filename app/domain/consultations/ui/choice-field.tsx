import type { FieldMetadata } from '@conform-to/react'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'

interface ChoiceFieldProps<Value, Values extends Record<string, unknown>> {
  field: FieldMetadata<Value, Values, string[]>
  label: string
  hint?: string
  note?: string
  emptyLabel?: string
  options: { value: string; label: string }[]
}

/** One of several, or none where that has a name. */
export function ChoiceField<Value, Values extends Record<string, unknown>>(
  props: ChoiceFieldProps<Value, Values>,
) {
  const { field, label, hint, note, emptyLabel, options } = props
  const message = useMessage()
  return (
    <Field label={label} hint={hint} note={note} id={field.id} errors={field.errors?.map(message)}>
      <Select
        name={field.name}
        emptyLabel={emptyLabel}
        options={options}
        defaultValue={field.initialValue as string | undefined}
      />
    </Field>
  )
}

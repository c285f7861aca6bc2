import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'

interface ChoiceFieldProps {
  /** What the form library knows of the field. */
  field: { name: string; id: string; errors?: string[]; initialValue?: unknown }
  label: string
  hint?: string
  note?: string
  emptyLabel?: string
  isRequired?: boolean
  /** Chosen at first, where it is not what the form knows. */
  suggested?: string
  options: { value: string; label: string; group?: string }[]
}

/** One of several, or none where that has a name. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { field, label, hint, note, emptyLabel, isRequired, suggested, options } = props
  const message = useMessage()
  return (
    <Field label={label} hint={hint} note={note} id={field.id} errors={field.errors?.map(message)}>
      <Select
        name={field.name}
        required={isRequired}
        emptyLabel={emptyLabel}
        options={options}
        defaultValue={suggested ?? (field.initialValue as string | undefined)}
      />
    </Field>
  )
}

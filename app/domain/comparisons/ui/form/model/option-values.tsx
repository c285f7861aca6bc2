import type { FieldMetadata } from '@conform-to/react'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { affixOf } from '../../values/affix.ts'

interface OptionValuesProps {
  values: FieldMetadata<Record<string, string>>
  options: { key: string; name: string }[]
  unit?: string
  placeholder?: string
}

/** The supplier's value of one thing for each option. */
export function OptionValues({ values, options, unit, placeholder }: OptionValuesProps) {
  const message = useMessage()
  const fields = values.getFieldset()
  return options.map(({ key, name }) => {
    const value = fields[key]
    if (!value) return null
    return (
      <Field key={key} label={name} id={value.id} errors={value.errors?.map(message)}>
        <Input
          key={value.key}
          name={value.name}
          isNumeric
          autoComplete="off"
          unit={affixOf(unit)}
          placeholder={placeholder}
          defaultValue={value.initialValue}
        />
      </Field>
    )
  })
}

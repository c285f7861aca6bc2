import type { FieldMetadata } from '@conform-to/react'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import type { ComparisonDraft } from './draft.ts'

interface LineValuesProps {
  line: FieldMetadata<ComparisonDraft['lines'][number]>
  options: { key: string; name: string }[]
  currency?: string
}

/** The supplier's value of a line for each option. */
export function LineValues({ line, options, currency }: LineValuesProps) {
  const message = useMessage()
  const values = line.getFieldset().values.getFieldset()
  return (
    <div className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
      {options.map(({ key, name }) => {
        const value = values[key]
        if (!value) return null
        return (
          <Field key={key} label={name} id={value.id} errors={value.errors?.map(message)}>
            <Input
              key={value.key}
              name={value.name}
              isNumeric
              autoComplete="off"
              unit={currency}
              defaultValue={value.initialValue}
            />
          </Field>
        )
      })}
    </div>
  )
}

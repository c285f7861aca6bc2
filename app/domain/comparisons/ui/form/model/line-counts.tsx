import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import type { LineDraft } from '../draft.ts'
import { useWays } from './ways.ts'

interface LineCountsProps {
  line: FieldMetadata<LineDraft>
  options: { key: string; name: string }[]
}

/** What a basis counts by: units of a batch, events in a year; the year of a one-off cost, and lives after which it comes again. */
export function LineCounts({ line, options }: LineCountsProps) {
  const { t } = useTranslation(['comparisonModel', 'common'])
  const { by, basis, batchSize, eventsPerYear, year, lives } = line.getFieldset()
  const { fixedBasis } = useWays(by.value)
  const known = fixedBasis ?? basis.value
  if (known === 'per_batch') return <Count field={batchSize} label={t('form.batchSize')} />
  if (known === 'per_event') return <Count field={eventsPerYear} label={t('form.eventsPerYear')} />
  if (known !== 'one_off') return null
  const fields = lives.getFieldset()
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
      <Count field={year} label={t('form.year')} hint={t('form.yearHint')} />
      {options.map(({ key, name }) => {
        const life = fields[key]
        return (
          life && (
            <Count
              key={key}
              field={life}
              label={t('form.life', { option: name })}
              hint={t('form.lifeHint')}
            />
          )
        )
      })}
    </div>
  )
}

interface CountProps {
  field: FieldMetadata<string> | FieldMetadata<string | undefined>
  label: string
  hint?: string
}

function Count({ field, label, hint }: CountProps) {
  const message = useMessage()
  return (
    <Field className="max-w-56" label={label} hint={hint} id={field.id} errors={field.errors?.map(message)}>
      <Input
        key={field.key}
        name={field.name}
        isNumeric
        autoComplete="off"
        defaultValue={field.initialValue}
      />
    </Field>
  )
}

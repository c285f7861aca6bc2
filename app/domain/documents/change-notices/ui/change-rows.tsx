import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { parameterFits } from '../../parameters/parameter.ts'
import { noticeLimits } from '../notice.ts'

const amounts = ['name', 'old', 'new', 'unit'] as const
type Column = (typeof amounts)[number] | 'reference'
/** On a phone two beside each other, else six parts of a line. */
const widths: Partial<Record<Column, string>> = {
  name: 'col-span-2 sm:col-span-3',
  reference: 'col-span-2 sm:col-span-3',
}
/** A number and a symbol are the same in every language. */
const example = 'DS-0003#P_N'
const spare = 4

/** What each parameter was and becomes. Empty rows are left out, so that more can be filled in without scripts. */
export function ChangeRows<Value, Form extends Record<string, unknown>>({
  field,
}: {
  field: FieldMetadata<Value, Form, string[]>
}) {
  const { t } = useTranslation(['changeNotices', 'parameters'])
  const message = useMessage()
  const given = (field.initialValue ?? []) as Partial<Record<Column | 'fit', string>>[]
  const count = Math.min(noticeLimits.changes, given.length + spare)
  const label = {
    name: t('field.parameter'),
    old: t('field.old'),
    new: t('field.new'),
    unit: t('field.unit'),
    reference: t('field.reference'),
  }
  const text = (column: Column, index: number) => (
    <Input
      key={column}
      className={widths[column]}
      name={`${field.name}[${index}].${column}`}
      aria-label={`${label[column]} ${index + 1}`}
      placeholder={column === 'reference' ? example : label[column]}
      defaultValue={given[index]?.[column] ?? ''}
    />
  )
  return (
    <fieldset id={field.id} className="grid gap-4" tabIndex={-1}>
      <legend className="ui-label mb-1">{t('field.changes')}</legend>
      <p className="ui-hint">{t('field.referenceHint')}</p>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="grid grid-cols-2 gap-2 border-line border-b pb-4 sm:grid-cols-6">
          {amounts.map((column) => text(column, index))}
          <div className="sm:col-span-3">
            <Select
              name={`${field.name}[${index}].fit`}
              aria-label={`${t('parameters:column.fit')} ${index + 1}`}
              emptyLabel={t('parameters:column.fit')}
              defaultValue={given[index]?.fit ?? ''}
              options={parameterFits.map((value) => ({ value, label: t(`parameters:fit.${value}`) }))}
            />
          </div>
          {text('reference', index)}
        </div>
      ))}
      {field.errors && <p className="ui-error">{field.errors.map(message).join(' ')}</p>}
    </fieldset>
  )
}

import { useTranslation } from 'react-i18next'
import { Num } from '#app/ui/num.tsx'
import type { ShownName } from '../../model/shown.ts'
import { type SidesGroup, SidesTable } from '../values/sides-table.tsx'
import { FormulaText } from './formula-text.tsx'
import type { ModelProps } from './line-inputs.tsx'

/** The names that formulas and inputs use, with both sides' values; those that are worked out from others below. */
export function NamedAssumptions({
  names,
  options,
  assumptions,
  currency: _,
  ...props
}: ModelProps & { names: ShownName[] }) {
  const { t } = useTranslation('comparisonModel')
  const groups = names
    .filter(({ formula }) => formula === '')
    .map(({ id, name, unit, isPerOption }): SidesGroup => {
      const rows = assumptions.filter((each) => each.quantityId === id)
      const row = (optionId: string | null, label: string) => {
        const assumption = rows.find((each) => each.optionId === optionId)
        return assumption ? [{ label, unit, name: `${name}, ${label}`, assumption }] : []
      }
      return {
        key: id,
        anchor: `name-${name}`,
        title: name,
        detail: unit,
        rows: isPerOption
          ? options.flatMap((option) => row(option.id, option.name))
          : row(null, t('allOptions')),
      }
    })
  const derived = names.filter(({ formula }) => formula !== '')
  return (
    <div className="grid gap-4">
      {groups.length > 0 && <SidesTable caption={t('names')} groups={groups} {...props} />}
      {derived.map(({ id, name, unit, formula, values }) => (
        <div key={id} id={`name-${name}`} className="grid gap-1">
          <p>
            <b className="font-semibold">{name}</b> = <FormulaText formula={formula} />
          </p>
          {options.map((option) => {
            const value = values[option.id]
            return (
              value !== undefined && (
                <p key={option.id} className="text-muted">
                  {option.name}: <Num value={value} digits={6} unit={unit} />
                </p>
              )
            )
          })}
        </div>
      ))}
    </div>
  )
}

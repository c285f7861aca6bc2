import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { SideMark } from '#app/ui/side-mark.tsx'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { ValueCell } from './value-cell.tsx'

/** What every table of values of both sides has to know. */
export interface SidesProps {
  comparisonId: string
  /** What the sides are called. */
  sides: Record<Side, string>
  /** The side whose values the reader may change; none to read only. */
  ownSide: Side | null
  onDraft?: (assumptionId: string, value: string | null | undefined) => void
}

export interface SidesGroup {
  key: string
  /** Where a link leads to it. */
  anchor?: string
  /** None for rows that stand by themselves. */
  title?: string
  detail?: string
  /** Of costs. */
  currency?: string
  rows: { label: string; name: string; unit?: string; assumption: ComparisonAssumption }[]
}

/** Inputs with both sides' values: the supplier's left, the customer's right, the one that counts marked. */
export function SidesTable({
  caption,
  groups,
  ...props
}: SidesProps & { caption: string; groups: SidesGroup[] }) {
  const { t } = useTranslation('comparisons')
  const { sides } = props
  return (
    <div className="ui-table-frame">
      <table className="ui-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th>{t('assumptions.input')}</th>
            {(['supplier', 'customer'] as const).map((side) => (
              <th key={side} data-numeric="" className="w-62">
                <SideMark side={side} name={sides[side]} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.title !== undefined && (
              <tr id={group.anchor}>
                <th colSpan={3} scope="rowgroup" data-title="" className="pt-4!">
                  <span className="font-semibold">{group.title}</span>{' '}
                  <span className="text-xs text-faint">{group.detail}</span>
                </th>
              </tr>
            )}
            <Rows group={group} {...props} />
          </tbody>
        ))}
      </table>
    </div>
  )
}

function Rows({ group, comparisonId, sides, ownSide, onDraft }: SidesProps & { group: SidesGroup }) {
  return group.rows.map(({ label, name, unit, assumption }) => (
    <tr key={assumption.id} id={`a-${assumption.id}`} className="target:bg-hover">
      <th scope="row" data-title="" className="text-muted">
        {label}
      </th>
      {(['supplier', 'customer'] as const).map((side) => (
        <td key={side} data-numeric="" data-label={sides[side]}>
          <ValueCell
            comparisonId={comparisonId}
            assumption={assumption}
            side={side}
            name={name}
            currency={group.currency}
            unit={unit}
            isOwn={side === ownSide}
            onDraft={onDraft}
          />
        </td>
      ))}
    </tr>
  ))
}

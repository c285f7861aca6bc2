import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { SideMark } from '#app/ui/side-mark.tsx'
import type { CostBasis, CostCategory } from '../../comparison.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { ValueCell } from './value-cell.tsx'

export interface AssumptionsProps {
  comparison: {
    id: string
    currency: string
    horizonYears: number
    options: { id: string; name: string; isBaseline: boolean }[]
    lines: { id: string; name: string; category: string; basis: string }[]
    assumptions: ComparisonAssumption[]
  }
  /** What the sides are called. */
  sides: Record<Side, string>
  /** The side whose values the reader may change; none to read only. */
  ownSide: Side | null
  onDraft?: (assumptionId: string, value: string | null | undefined) => void
}

interface Group {
  key: string
  title: string
  detail: string
  currency?: string
  rows: { label: string; name: string; assumption: ComparisonAssumption }[]
}

/** Every input with both sides' values: the supplier's left, the customer's right, the one that counts marked. */
export function AssumptionsTable(props: AssumptionsProps) {
  const { t } = useTranslation('comparisons')
  const { sides, ownSide, onDraft, comparison } = props
  const groups = useGroups(comparison)
  return (
    <div className="ui-table-frame">
      <table className="ui-table">
        <caption className="sr-only">{t('assumptions.title')}</caption>
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
            <tr>
              <th colSpan={3} scope="rowgroup" data-title="" className="pt-4!">
                <span className="font-semibold">{group.title}</span>{' '}
                <span className="text-xs text-faint">{group.detail}</span>
              </th>
            </tr>
            {group.rows.map(({ label, name, assumption }) => (
              <tr key={assumption.id} id={`a-${assumption.id}`} className="target:bg-hover">
                <th scope="row" data-title="" className="text-muted">
                  {label}
                </th>
                {(['supplier', 'customer'] as const).map((side) => (
                  <td key={side} data-numeric="" data-label={sides[side]}>
                    <ValueCell
                      comparisonId={comparison.id}
                      assumption={assumption}
                      side={side}
                      name={name}
                      currency={group.currency}
                      isOwn={side === ownSide}
                      onDraft={onDraft}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function useGroups({
  currency,
  horizonYears,
  options,
  lines,
  assumptions,
}: AssumptionsProps['comparison']): Group[] {
  const { t } = useTranslation('comparisons')
  const costs = new Map(assumptions.map((each) => [`${each.lineId} ${each.optionId}`, each]))
  const volumes = assumptions
    .flatMap((assumption) => (assumption.year === null ? [] : [{ assumption, year: assumption.year }]))
    .filter(({ year }) => year <= horizonYears)
    .sort((a, b) => a.year - b.year)
  const last = volumes.at(-1)?.year ?? 0
  const volumeGroup: Group = {
    key: 'volumes',
    title: t('volume.title'),
    detail: last < horizonYears ? t('volume.goesOn', { year: last }) : t('volume.perYear'),
    rows: volumes.map(({ assumption, year }) => ({
      label: t('volume.year', { year }),
      name: `${t('volume.title')}, ${t('volume.year', { year })}`,
      assumption,
    })),
  }
  const lineGroups = lines.map(
    (line): Group => ({
      key: line.id,
      title: line.name,
      detail: `${t(`category.${line.category as CostCategory}`)} · ${t(`basis.${line.basis as CostBasis}`)}`,
      currency,
      rows: options.flatMap(({ id, name, isBaseline }) => {
        const assumption = costs.get(`${line.id} ${id}`)
        const label = isBaseline ? t('options.baseline', { name }) : name
        return assumption ? [{ label, name: `${line.name}, ${name}`, assumption }] : []
      }),
    }),
  )
  return [volumeGroup, ...lineGroups]
}

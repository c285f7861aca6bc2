import { useTranslation } from 'react-i18next'
import type { SourceLine } from '../../case-of.ts'
import type { CostCategory } from '../../comparison.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { useBasisText } from '../model/basis-text.ts'
import { type SidesGroup, type SidesProps, SidesTable } from './sides-table.tsx'

interface AssumptionsProps extends Omit<SidesProps, 'comparisonId'> {
  comparison: {
    id: string
    currency: string
    horizonYears: number
    options: { id: string; name: string; isBaseline: boolean }[]
    lines: SourceLine[]
    assumptions: ComparisonAssumption[]
  }
}

/** Volumes and costs that are put in, with both sides' values. What is calculated stands in a part of its own. */
export function AssumptionsTable({ comparison, ...props }: AssumptionsProps) {
  const { t } = useTranslation('comparisons')
  const groups = useGroups(comparison)
  return (
    <SidesTable caption={t('assumptions.title')} comparisonId={comparison.id} groups={groups} {...props} />
  )
}

function useGroups({
  currency,
  horizonYears,
  options,
  lines,
  assumptions,
}: AssumptionsProps['comparison']): SidesGroup[] {
  const { t } = useTranslation('comparisons')
  const basis = useBasisText()
  const costs = new Map(assumptions.map((each) => [`${each.lineId} ${each.optionId}`, each]))
  const volumes = assumptions
    .flatMap((assumption) => (assumption.year === null ? [] : [{ assumption, year: assumption.year }]))
    .filter(({ year }) => year <= horizonYears)
    .sort((a, b) => a.year - b.year)
  const last = volumes.at(-1)?.year ?? 0
  const volumeGroup: SidesGroup = {
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
    (line): SidesGroup => ({
      key: line.id,
      title: line.name,
      detail: `${t(`category.${line.category as CostCategory}`)} · ${basis(line.basis, countsOf(line))}`,
      currency,
      rows: options.flatMap(({ id, name, isBaseline }) => {
        const assumption = costs.get(`${line.id} ${id}`)
        const label = isBaseline ? t('options.baseline', { name }) : name
        return assumption ? [{ label, name: `${line.name}, ${name}`, assumption }] : []
      }),
    }),
  )
  return [volumeGroup, ...lineGroups.filter(({ rows }) => rows.length > 0)]
}

/** What the basis of a line counts by. */
const countsOf = ({ batchSize, eventsPerYear, year, lives }: SourceLine) => ({
  ...{ size: batchSize ?? undefined, events: eventsPerYear ?? undefined, year, lives },
})

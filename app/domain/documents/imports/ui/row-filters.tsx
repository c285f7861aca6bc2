import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { type RowFilter, rowFilters } from '../queries/filter.ts'

interface RowFiltersProps {
  importId: string
  counts: Record<Exclude<RowFilter, 'all'> | 'all', number>
  filter: RowFilter
}

/** The rows by what they come to; what there is none of is not offered. */
export function RowFilters({ importId, counts, filter }: RowFiltersProps) {
  const { t } = useTranslation('imports')
  const tabs = rowFilters
    .filter((each) => each === 'all' || each === filter || counts[each] > 0)
    .map((each) => ({
      label: t(`rows.filter.${each}`),
      href: paths.documentImport(importId, { rows: each === 'all' ? undefined : each }),
      count: counts[each],
      isCurrent: each === filter,
    }))
  return <Tabs label={t('rows.title')} tabs={tabs} />
}

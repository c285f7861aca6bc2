import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Select } from '#app/ui/select.tsx'
import { type ConsultationFilters, dayFilters, isFiltered, statusFilters } from '../filters.ts'
import { filtersOfQueue } from '../work/queues.ts'
import type { ShownTag } from '../work/work.ts'

interface Props {
  filters: ConsultationFilters
  accounts: { id: string; name: string }[]
  tags: ShownTag[]
}

export function ConsultationFilterBar({ filters, accounts, tags }: Props) {
  const { t } = useTranslation(['consultations', 'common'])
  const queue = filters.whose ? filtersOfQueue(filters.whose) : {}
  const clear = { label: t('common:action.reset'), href: paths.consultations({ ...queue }) }
  const isNarrowed =
    isFiltered({ ...filters, whose: undefined, status: undefined }) || filters.status !== queue.status
  const statuses = statusFilters.map((value) => ({
    value,
    label: value === 'open' ? t('filter.open') : t(`status.${value}`),
  }))
  return (
    <FilterBar
      label={t('filter.label')}
      submitLabel={t('common:action.filter')}
      search={{ name: 'q', label: t('filter.text'), value: filters.q }}
      clear={isNarrowed ? clear : undefined}
    >
      <Select
        name="status"
        aria-label={t('filter.status')}
        defaultValue={filters.status ?? ''}
        emptyLabel={t('filter.anyStatus')}
        options={statuses}
      />
      {filters.whose && <input type="hidden" name="whose" value={filters.whose} />}
      {tags.length > 0 && (
        <Select
          name="tag"
          aria-label={t('filter.tag')}
          defaultValue={filters.tag ?? ''}
          emptyLabel={t('filter.anyTag')}
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="day"
        aria-label={t('filter.day')}
        defaultValue={filters.day ?? ''}
        emptyLabel={t('filter.anyDay')}
        options={dayFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      {accounts.length > 1 && (
        <Select
          name="account"
          aria-label={t('filter.account')}
          defaultValue={filters.account ?? ''}
          emptyLabel={t('filter.anyAccount')}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </FilterBar>
  )
}

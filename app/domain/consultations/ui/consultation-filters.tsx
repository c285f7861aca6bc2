import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Select } from '#app/ui/select.tsx'
import { type ConsultationFilters, isFiltered, statusFilters, whoseFilters } from '../filters.ts'

interface Props {
  filters: ConsultationFilters
  accounts: { id: string; name: string }[]
}

export function ConsultationFilterBar({ filters, accounts }: Props) {
  const { t } = useTranslation(['consultations', 'common'])
  const clear = { label: t('common:action.reset'), href: paths.consultations() }
  const statuses = statusFilters.map((value) => ({
    value,
    label: value === 'open' ? t('filter.open') : t(`status.${value}`),
  }))
  return (
    <FilterBar
      label={t('filter.label')}
      submitLabel={t('common:action.filter')}
      search={{ name: 'q', label: t('filter.text'), value: filters.q }}
      clear={isFiltered(filters) ? clear : undefined}
    >
      <Select
        name="status"
        aria-label={t('filter.status')}
        defaultValue={filters.status ?? ''}
        emptyLabel={t('filter.anyStatus')}
        options={statuses}
      />
      <Select
        name="whose"
        aria-label={t('filter.whose')}
        defaultValue={filters.whose ?? ''}
        emptyLabel={t('filter.everybody')}
        options={whoseFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
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

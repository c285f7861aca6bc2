import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Money } from '#app/ui/money.tsx'
import { Person } from '#app/ui/person.tsx'
import { Select } from '#app/ui/select.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { type ComparisonStatus, comparisonStatuses, statusLooks } from '../comparison.ts'
import { type ComparisonFilters, isFiltered } from '../filters.ts'
import type { ComparisonRow } from '../queries/list.server.ts'
import { sumDigits } from './amounts.ts'

export function ComparisonStatusBadge({ status }: { status: ComparisonStatus }) {
  const { t } = useTranslation('comparisons')
  return <StatusBadge label={t(`status.${status}`)} {...statusLooks[status]} />
}

export function ComparisonTable({ rows, side }: { rows: ComparisonRow[]; side: Side }) {
  const { t } = useTranslation('comparisons')
  const columns: Column<ComparisonRow>[] = [
    {
      key: 'title',
      header: t('column.title'),
      isTitle: true,
      cell: ({ number, title }) => (
        <>
          <span className="me-2 text-faint tabular-nums">{number}</span>
          {title}
        </>
      ),
    },
    {
      key: 'status',
      header: t('column.status'),
      isLabelHiddenOnCard: true,
      isNarrow: true,
      cell: ({ status }) => <ComparisonStatusBadge status={status} />,
    },
    {
      key: 'account',
      header: t(side === 'supplier' ? 'column.customer' : 'column.supplier'),
      isLabelHiddenOnCard: true,
      cell: ({ accountName }) => accountName,
    },
    {
      key: 'saving',
      header: t('column.saving'),
      isNumeric: true,
      cell: ({ saving, currency }) =>
        saving === null ? (
          <span className="text-faint">–</span>
        ) : (
          <Money amount={saving} currency={currency} digits={sumDigits(saving)} />
        ),
    },
    {
      key: 'owner',
      header: t('column.owner'),
      cell: ({ owner }) => <Person name={owner.name} side={owner.side} />,
    },
    {
      key: 'updated',
      header: t('column.updated'),
      isNumeric: true,
      isLabelHiddenOnCard: true,
      cell: ({ updatedAt }) => <Time at={updatedAt} />,
    },
  ]
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.comparison(row.id)}
    />
  )
}

interface FilterProps {
  filters: ComparisonFilters
  accounts: { id: string; name: string }[]
}

export function ComparisonFilterBar({ filters, accounts }: FilterProps) {
  const { t } = useTranslation(['comparisons', 'common'])
  const clear = { label: t('common:action.reset'), href: paths.comparisons() }
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
        options={comparisonStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
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

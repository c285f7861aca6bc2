import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Avatars } from '#app/ui/avatar.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Side } from '#app/ui/types.ts'
import type { AccountRow } from '../queries/list.server.ts'
import { AccountState } from './account-state.tsx'

export function AccountTable({ rows, side }: { rows: AccountRow[]; side: Side }) {
  const { t } = useTranslation('accounts')
  const team: Column<AccountRow> = {
    key: 'team',
    header: t('list.team'),
    cell: (row) => <Avatars people={row.team.map((name) => ({ name, side: 'supplier' }))} limit={4} />,
  }
  const columns: Column<AccountRow>[] = [
    { key: 'number', header: t('list.number'), isNarrow: true, cell: ({ number }) => `A-${number}` },
    { key: 'name', header: t('list.name'), isTitle: true, cell: ({ name }) => name },
    {
      key: 'state',
      header: t('list.state'),
      cell: (row) => (
        <AccountState
          isClosed={row.closedAt !== null}
          isRestricted={row.isRestricted && side === 'supplier'}
        />
      ),
    },
    ...(side === 'supplier' ? [team] : []),
    { key: 'since', header: t('list.since'), cell: ({ createdAt }) => <Time at={createdAt} as="day" /> },
  ]
  return (
    <Table
      caption={t('title.list')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.account(id)}
    />
  )
}

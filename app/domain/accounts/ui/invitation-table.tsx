import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { InvitationSummary } from '../queries/members.server.ts'
import { InvitationButtons } from './pending-administrator.tsx'

/** The invitations of the own side that wait. */
export function InvitationTable({ invitations }: { invitations: InvitationSummary[] }) {
  const { t } = useTranslation('accounts')
  const columns: Column<InvitationSummary>[] = [
    { key: 'name', header: t('members.name'), isTitle: true, cell: ({ name }) => name },
    { key: 'email', header: t('members.email'), cell: ({ email }) => email },
    {
      key: 'state',
      header: t('members.state'),
      cell: ({ state }) => (
        <StatusBadge label={t(`invitations.${state}`)} shape={state === 'open' ? 'pause' : 'cross'} />
      ),
    },
    {
      key: 'until',
      header: t('invitations.validUntil'),
      cell: ({ expiresAt }) => <Time at={expiresAt} as="full" />,
    },
    {
      key: 'act',
      header: t('invitations.repeat'),
      isLabelHiddenOnCard: true,
      cell: ({ id }) => <InvitationButtons id={id} here={paths.members()} />,
    },
  ]
  return (
    <Table caption={t('invitations.title')} columns={columns} rows={invitations} rowKey={({ id }) => id} />
  )
}

import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Person } from '#app/ui/person.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Side } from '#app/ui/types.ts'
import type { MemberSummary } from '../queries/members.server.ts'

export function MemberTable({ members, side }: { members: MemberSummary[]; side: Side }) {
  const { t } = useTranslation(['accounts', 'common'])
  const columns: Column<MemberSummary>[] = [
    {
      key: 'name',
      header: t('accounts:members.name'),
      isTitle: true,
      cell: ({ name }) => <Person name={name} side={side} />,
    },
    {
      key: 'email',
      header: t('accounts:members.email'),
      cell: ({ email, erasedAt }) => (erasedAt ? '–' : email),
    },
    {
      key: 'functions',
      header: t('accounts:members.functions'),
      cell: ({ functions, isAdministrator }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {functions.map((fn) => t(`common:function.${fn}`)).join(', ')}
          {isAdministrator && <Badge>{t('accounts:members.administrator')}</Badge>}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('accounts:members.state'),
      cell: (member) => <MemberState member={member} />,
    },
  ]
  return (
    <Table
      caption={t('accounts:title.members')}
      columns={columns}
      rows={members}
      rowKey={(member) => member.membershipId}
      rowHref={(member) => paths.member(member.membershipId)}
    />
  )
}

type State = 'active' | 'deactivated' | 'erased'

export function MemberState({ member }: { member: Pick<MemberSummary, 'deactivatedAt' | 'erasedAt'> }) {
  const { t } = useTranslation('accounts')
  const state: State = member.erasedAt ? 'erased' : member.deactivatedAt ? 'deactivated' : 'active'
  const isActive = state === 'active'
  return (
    <StatusBadge
      label={t(`members.${state}`)}
      shape={isActive ? 'check' : 'cross'}
      tone={isActive ? 'neutral' : 'quiet'}
    />
  )
}

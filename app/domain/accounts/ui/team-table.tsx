import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Person } from '#app/ui/person.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { TeamColleague } from '../queries/team.server.ts'

interface TeamTableProps {
  accountId: string
  team: TeamColleague[]
  canChange: boolean
}

export function TeamTable({ accountId, team, canChange }: TeamTableProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const remove: Column<TeamColleague> = {
    key: 'remove',
    header: t('accounts:team.remove'),
    isLabelHiddenOnCard: true,
    cell: ({ membershipId }) => (
      <Form method="post" action={paths.accountTeamRemoval(accountId)}>
        <Button size="small" name="membershipId" value={membershipId}>
          {t('accounts:team.remove')}
        </Button>
      </Form>
    ),
  }
  const columns: Column<TeamColleague>[] = [
    {
      key: 'name',
      header: t('accounts:members.name'),
      isTitle: true,
      cell: ({ name, isActive }) => (
        <span className="inline-flex items-center gap-2">
          <Person name={name} side="supplier" />
          {!isActive && <Badge>{t('accounts:members.deactivated')}</Badge>}
        </span>
      ),
    },
    {
      key: 'functions',
      header: t('accounts:members.functions'),
      cell: ({ functions }) => functions.map((fn) => t(`common:function.${fn}`)).join(', '),
    },
    ...(canChange ? [remove] : []),
  ]
  return (
    <Table
      caption={t('accounts:title.team')}
      columns={columns}
      rows={team}
      rowKey={(row) => row.membershipId}
    />
  )
}

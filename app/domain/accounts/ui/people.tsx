import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { Person } from '#app/ui/person.tsx'
import { TwoSides } from '#app/ui/two-sides.tsx'
import type { AccountMember } from '../queries/members-of-account.server.ts'

interface PeopleProps {
  members: AccountMember[]
  names: { supplier: string; customer: string }
  /** The supplier's side sees who is on the team. */
  showsTeam: boolean
}

/** The people of both sides. */
export function People({ members, names, showsTeam }: PeopleProps) {
  const of = (side: AccountMember['side']) => members.filter((member) => member.side === side)
  return (
    <TwoSides
      supplier={{
        name: names.supplier,
        children: <PeopleOfSide members={of('supplier')} showsTeam={showsTeam} />,
      }}
      customer={{
        name: names.customer,
        children: <PeopleOfSide members={of('customer')} showsTeam={false} />,
      }}
    />
  )
}

function PeopleOfSide({ members, showsTeam }: { members: AccountMember[]; showsTeam: boolean }) {
  const { t } = useTranslation(['accounts', 'common'])
  if (members.length === 0) return <p className="text-muted">{t('accounts:account.nobody')}</p>
  const detailOf = ({ functions, isAdministrator }: AccountMember) =>
    [
      ...functions.map((fn) => t(`common:function.${fn}`)),
      isAdministrator && t('accounts:members.administrator'),
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <ul className="flex flex-col gap-3">
      {members.map((member) => (
        <li key={member.membershipId} className="flex items-center gap-2">
          <Person name={member.name} side={member.side} detail={detailOf(member)} />
          {showsTeam && member.isOnTeam && <Badge>{t('accounts:account.onTeam')}</Badge>}
        </li>
      ))}
    </ul>
  )
}

import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { getAccount } from './accounts.server.ts'

export interface AccountMember {
  membershipId: string
  name: string
  side: Side
  functions: MemberFunction[]
  isAdministrator: boolean
  organizationId: string
  organizationName: string
  /** Supplier's side: serves the account. */
  isOnTeam: boolean
}

interface AccountKeys {
  id: string
  supplierId: string
  customerId: string
  isRestricted: boolean
}

/**
 * The active members who can enter an account, of both sides, supplier first and then by name. On the supplier's
 * side of a restricted account that is its team.
 * @throws NotFound for an account that the actor does not see.
 */
export async function listMembersOfAccount(
  actor: Actor,
  accountId: string,
  db: Database = prisma,
): Promise<AccountMember[]> {
  return listMembersWhoEnter(await getAccount(actor, accountId, db), db)
}

/** The same for an account that has been found in the actor's scope before. */
export async function listMembersWhoEnter(
  account: AccountKeys,
  db: Database = prisma,
): Promise<AccountMember[]> {
  const onTeam = { teams: { some: { accountId: account.id } } }
  const members = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: {
      deactivatedAt: null,
      OR: [
        { organizationId: account.supplierId, side: 'supplier', ...(account.isRestricted ? onTeam : {}) },
        { organizationId: account.customerId, side: 'customer' },
      ],
    },
    select: {
      id: true,
      name: true,
      side: true,
      functions: true,
      isAdministrator: true,
      organizationId: true,
      organization: { select: { name: true } },
      teams: { where: { accountId: account.id }, select: { accountId: true } },
    },
    orderBy: [{ side: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
  return members.map(({ id, organization, teams, ...member }) => ({
    ...member,
    membershipId: id,
    organizationName: organization.name,
    isOnTeam: teams.length > 0,
  }))
}

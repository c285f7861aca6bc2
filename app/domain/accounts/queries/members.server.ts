import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { type InvitationState, invitationState } from '../invitation.ts'
import { visibleColleagues } from '../scope.server.ts'

export interface MemberSummary {
  membershipId: string
  name: string
  email: string
  functions: MemberFunction[]
  isAdministrator: boolean
  createdAt: Date
  deactivatedAt: Date | null
  /** Since then the name is nobody's. */
  erasedAt: Date | null
}

const select = {
  id: true,
  name: true,
  functions: true,
  isAdministrator: true,
  createdAt: true,
  deactivatedAt: true,
  erasedAt: true,
  user: { select: { email: true } },
} as const

interface Row extends Omit<MemberSummary, 'membershipId' | 'email'> {
  id: string
  user: { email: string }
}
const summaryOf = ({ id, user, ...rest }: Row): MemberSummary => ({
  ...rest,
  membershipId: id,
  email: user.email,
})

/** The colleagues of the actor on its side: the active ones first, by name. */
export async function listMembers(actor: Actor, db: Database = prisma): Promise<MemberSummary[]> {
  const rows = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: visibleColleagues(actor),
    select,
    orderBy: [{ deactivatedAt: { sort: 'asc', nulls: 'first' } }, { name: 'asc' }, { id: 'asc' }],
    take: 2000,
  })
  return rows.map(summaryOf)
}

/**
 * One colleague of the actor, active or not.
 * @throws NotFound
 */
export async function getMember(
  actor: Actor,
  membershipId: string,
  db: Database = prisma,
): Promise<MemberSummary> {
  const row = await db.membership.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [visibleColleagues(actor), { id: requireId(membershipId) }] },
    select,
  })
  if (!row) throw new NotFound()
  return summaryOf(row)
}

export interface InvitationSummary {
  id: string
  name: string
  email: string
  functions: MemberFunction[]
  isAdministrator: boolean
  expiresAt: Date
  state: InvitationState
}

/** The invitations of an organization's side, or of one account, that were neither accepted nor withdrawn. */
export async function listInvitations(
  actor: Actor,
  accountId: string | null = null,
  db: Database = prisma,
): Promise<InvitationSummary[]> {
  const { organizationId, side } = actor
  const rows = await db.invitation.findMany({
    where: {
      ...(accountId ? { accountId, inviterId: organizationId } : { organizationId, side }),
      ...{ acceptedAt: null, withdrawnAt: null },
    },
    orderBy: { createdAt: 'desc' },
    take: 500,
  })
  return rows.map(({ id, name, email, functions, isAdministrator, ...row }) => ({
    ...{ id, name, email, functions, isAdministrator, expiresAt: row.expiresAt },
    state: invitationState(row, now()),
  }))
}

export interface MembershipChoice {
  membershipId: string
  organizationName: string
  side: Side
}

/** The active memberships of a person, in every organization: for the switch. Past row-level security: own rows only. */
export async function listMemberships(userId: string): Promise<MembershipChoice[]> {
  const rows = await unscopedPrisma().membership.findMany({
    relationLoadStrategy: 'join',
    where: { userId, deactivatedAt: null, isGuest: false },
    select: { id: true, side: true, organization: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, side, organization }) => ({
    membershipId: id,
    side,
    organizationName: organization.name,
  }))
}

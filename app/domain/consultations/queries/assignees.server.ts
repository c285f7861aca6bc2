import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { dayOf } from '../clocks/queries/decided.server.ts'
import { awayNow } from '../routing/queries/absences.server.ts'
import type { KnownConsultation } from './consultation.server.ts'

/** The supplier's active members who can enter an account: all of them, or its team when it is restricted. */
export function whoCanTake(accountId: string): Prisma.MembershipWhereInput {
  return {
    side: 'supplier',
    deactivatedAt: null,
    organization: { supplierAccounts: { some: { id: accountId } } },
    OR: [
      { organization: { supplierAccounts: { some: { id: accountId, isRestricted: false } } } },
      { teams: { some: { accountId } } },
    ],
  }
}

/** One of them, or null. */
export async function findAssignee(
  db: Database,
  accountId: string,
  membershipId: string,
): Promise<{ id: string; name: string } | null> {
  return db.membership.findFirst({
    where: { AND: [{ id: membershipId }, whoCanTake(accountId)] },
    select: { id: true, name: true },
  })
}

export interface PossibleAssignee {
  id: string
  name: string
  functions: MemberFunction[]
  /** Serves the account. */
  isOnTeam: boolean
  /** Has the function that was asked. */
  isOfFunction: boolean
  /** The last day of an absence, `2026-01-31`; null for who is there. */
  awayUntil: string | null
}

/**
 * Who can take a consultation over: those who are there before those who are away, of these those of the function that was
 * asked first, the account's team before others.
 */
export async function listPossibleAssignees(
  consultation: Pick<KnownConsultation, 'accountId' | 'function'>,
  db: Database = prisma,
): Promise<PossibleAssignee[]> {
  const members = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: whoCanTake(consultation.accountId),
    select: {
      id: true,
      name: true,
      functions: true,
      teams: { where: { accountId: consultation.accountId }, select: { accountId: true } },
      absences: awayNow(),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  const found = members.map(({ teams, absences, ...member }) => ({
    ...member,
    awayUntil: absences[0] ? dayOf(absences[0].lastDay) : null,
    isOnTeam: teams.length > 0,
    isOfFunction: member.functions.includes(consultation.function),
  }))
  const rank = (member: PossibleAssignee) =>
    (member.awayUntil ? 4 : 0) + (member.isOfFunction ? 0 : 2) + (member.isOnTeam ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}

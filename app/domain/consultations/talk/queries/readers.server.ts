import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { laneSides, type MessageLane } from '../../consultation.ts'
import { consultationPolicy } from '../../policy.ts'
import { whoCanTake } from '../../queries/assignees.server.ts'
import { getConsultation } from '../../queries/consultation.server.ts'

/**
 * The active members who read a lane of an account's threads: those who can enter it, of the lane's side; of one thread also
 * whom the supplier named there.
 */
export function whoReads(
  accountId: string,
  lane: MessageLane,
  consultationId?: string,
): Prisma.MembershipWhereInput {
  const customer: Prisma.MembershipWhereInput = {
    ...{ side: 'customer', deactivatedAt: null },
    organization: { customerAccounts: { some: { id: accountId, closedAt: null } } },
  }
  const lent: Prisma.MembershipWhereInput = {
    ...{ side: 'supplier', deactivatedAt: null },
    participates: { some: { consultationId, accountId } },
  }
  const supplier = consultationId ? { OR: [whoCanTake(accountId), lent] } : whoCanTake(accountId)
  const sides = { supplier, customer }
  const side = laneSides[lane]
  return side ? sides[side] : { OR: [sides.supplier, sides.customer] }
}

export interface LaneReader {
  id: string
  name: string
  side: Side
  functions: MemberFunction[]
}

/**
 * Whom one may mention in a lane of a thread: whoever reads it, oneself left out, the account's team first.
 * @throws NotFound, Forbidden for the other side's lane
 */
export async function listReaders(
  actor: Actor,
  consultationId: string,
  lane: MessageLane,
  db: Database = prisma,
): Promise<LaneReader[]> {
  const consultation = await getConsultation(actor, consultationId, db)
  authorize(consultationPolicy.post(actor, consultation, lane))
  const { accountId } = consultation
  const readers = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [whoReads(accountId, lane, consultation.id), { id: { not: actor.membershipId } }] },
    select: {
      ...{ id: true, name: true, side: true, functions: true },
      teams: { where: { accountId }, select: { accountId: true } },
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return readers.toSorted((a, b) => b.teams.length - a.teams.length).map(({ teams, ...reader }) => reader)
}

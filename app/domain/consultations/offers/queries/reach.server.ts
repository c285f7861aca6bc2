import type { Actor } from '#app/domain/access/actor.ts'
import { type AudienceLine, membersInAudience } from '#app/domain/documents/audience-members.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { whoTakesPart } from '../../audience.server.ts'
import { lanesOf } from '../../consultation.ts'
import type { Alike } from './alike.server.ts'

/** Why nobody of a consultation can be offered a note. */
export type Obstacle = 'closed' | 'account' | 'nobody' | 'function'

export interface Reach {
  /** Whether whoever asked is told; else others who take part are. */
  isAskerTold: boolean
  hasAskerLeft: boolean
  others: number
  obstacle: Obstacle | null
}

interface Of {
  organizationId: string
  audience: AudienceLine[]
}

/** Who of each consultation would be told of a note: those of the customer who take part, are there, and see it. */
export async function reachOf(
  actor: Actor,
  alike: readonly Alike[],
  { organizationId, audience }: Of,
  db: Database,
): Promise<Map<string, Reach>> {
  const ids = alike.map(({ id }) => id)
  // In the lanes that the actor reads: who wrote a private note is the customer's own affair.
  const taking = await whoTakesPart(db, ids, { side: 'customer', lanes: lanesOf(actor.side) })
  const seeing = membersInAudience(organizationId, audience)
  const customers = [...new Set(alike.map(({ customerId }) => customerId))]
  const there = await db.membership.findMany({
    where: { id: { in: taking.map(({ member }) => member) }, deactivatedAt: null },
    select: { id: true },
  })
  const readers = await db.membership.findMany({
    where: { AND: [seeing, { organizationId: { in: customers } }] },
    select: { id: true, organizationId: true },
  })
  const [isThere, reads] = [idsOf(there), idsOf(readers)]
  const reached = new Set(readers.map((each) => each.organizationId))
  const reach = (each: Alike): Reach => {
    const present = taking.filter(({ id, member }) => id === each.id && isThere.has(member))
    const told = present.map(({ member }) => member).filter((member) => reads.has(member))
    const isAskerTold = told.includes(each.askedById)
    return {
      isAskerTold,
      hasAskerLeft: !isThere.has(each.askedById),
      others: told.length - Number(isAskerTold),
      obstacle: obstacleOf(each, { told, present, isReached: reached.has(each.customerId) }),
    }
  }
  return new Map(alike.map((each) => [each.id, reach(each)]))
}

const idsOf = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id))

interface Found {
  told: unknown[]
  present: unknown[]
  isReached: boolean
}

function obstacleOf({ isClosed }: Alike, { told, present, isReached }: Found): Obstacle | null {
  if (isClosed) return 'closed'
  if (!isReached) return 'account'
  if (present.length === 0) return 'nobody'
  return told.length === 0 ? 'function' : null
}

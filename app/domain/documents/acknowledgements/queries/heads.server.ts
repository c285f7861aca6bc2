import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { visibleRequests } from '../scope.server.ts'

/** Where the chain of a request ends at present: what a pack that was taken earlier is compared with. */
export interface ChainHead {
  requestId: string
  /** How many entries the chain has. */
  entries: number
  hash: string
}

/** The last entry of each chain that the actor sees. */
export async function listChainHeads(actor: Actor, requestIds: string[]): Promise<ChainHead[]> {
  if (requestIds.length === 0) return []
  const rows = await prisma.acknowledgementRequestAccount.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: { in: requestIds } }, visibleRequests(actor)] },
    select: {
      id: true,
      evidence: { orderBy: { sequence: 'desc' }, take: 1, select: { sequence: true, hash: true } },
    },
  })
  return rows.flatMap(({ id, evidence }) =>
    evidence.map(({ sequence, hash }) => ({ requestId: id, entries: sequence, hash })),
  )
}

import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'

interface Shown {
  id: string
  accountId: string
  updatedAt: Date
}

/** Keeps what the actor has seen of a comparison. A mark of the reader's own, not a change of the record: no event. */
export async function markSeen(actor: Actor, comparison: Shown): Promise<void> {
  const key = { comparisonId: comparison.id, membershipId: actor.membershipId }
  await prisma.comparisonView.upsert({
    where: { comparisonId_membershipId: key },
    create: { ...key, accountId: comparison.accountId, seenAt: comparison.updatedAt },
    update: { seenAt: comparison.updatedAt },
    select: { seenAt: true },
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'

interface Shown {
  id: string
  accountId: string
  /** What came later than this was not on the page. */
  newestAt: Date
}

/** Keeps what the actor has seen of a thread. A mark of the reader's own, not a change of the record: no event. */
export async function markSeen(actor: Actor, thread: Shown): Promise<void> {
  const key = { consultationId: thread.id, membershipId: actor.membershipId }
  await prisma.consultationView.upsert({
    where: { consultationId_membershipId: key },
    create: { ...key, accountId: thread.accountId, seenAt: thread.newestAt },
    update: { seenAt: thread.newestAt },
    select: { seenAt: true },
  })
}

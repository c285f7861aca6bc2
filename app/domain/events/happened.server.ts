import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import type { LiveAccess } from './live.server.ts'

/** The lowest UUIDv7 of an instant: ids of events begin with their time, so the index finds what is newer. */
function lowestIdAt(instant: Date): string {
  const hex = instant.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Whether somebody else did something since an instant that a page which was made then does not show. */
export async function hasHappenedSince(actor: Actor, access: LiveAccess, since: Date): Promise<boolean> {
  const ids = access.subjects.map((subject) => subject.slice(subject.indexOf(':') + 1))
  const found = await prisma.event.findFirst({
    where: {
      id: { gte: lowestIdAt(since) },
      OR: [
        { subjectId: { in: ids } },
        {
          subjectType: { in: access.kinds },
          accountId: { in: access.kinds.length > 0 ? access.accounts : [] },
        },
      ],
      AND: [
        { OR: [{ side: null }, { side: actor.side }] },
        { OR: [{ actorId: null }, { actorId: { not: actor.membershipId } }] },
      ],
    },
    select: { id: true },
  })
  return found !== null
}

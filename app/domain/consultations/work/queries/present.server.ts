import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'

/** A member, and whether this person is there: neither away nor gone. */
export async function isPresent(db: Database, membershipId: string) {
  const at = now()
  const { id, name, deactivatedAt, absences } = await db.membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: {
      ...{ id: true, name: true, deactivatedAt: true },
      absences: { where: { startsAt: { lte: at }, endsAt: { gt: at } }, select: { id: true }, take: 1 },
    },
  })
  return { id, name, isThere: deactivatedAt === null && absences.length === 0 }
}

/** Whoever has a consultation, or null. */
export const findHolder = (assigneeId: string | null) => (assigneeId ? isPresent(prisma, assigneeId) : null)

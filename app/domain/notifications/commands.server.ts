import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleNotifications } from './scope.server.ts'

// That a member read its own bell is nobody's business but its own: these leave no event.

/** Opening a record reads what rang about it. One statement; the member's other windows are told if that changed anything. */
export async function markSubjectRead(
  actor: Actor,
  subjectType: string,
  subjectId: string,
  db: Database = prisma,
): Promise<void> {
  await db.$queryRaw`
    WITH changed AS (
      UPDATE notification SET read_at = ${now()}
      WHERE membership_id = ${actor.membershipId}::uuid AND read_at IS NULL
        AND subject_type = ${subjectType} AND subject_id = ${subjectId}::uuid
      RETURNING 1)
    SELECT pg_notify('notification', ${told(actor)})::text FROM (SELECT 1 FROM changed LIMIT 1) AS any_changed`
}

/**
 * Marks one of the actor's notifications read.
 * @throws NotFound for another's.
 */
export async function markRead(actor: Actor, notificationId: string | undefined): Promise<void> {
  const where = { ...visibleNotifications(actor), id: requireId(notificationId) }
  const known = await prisma.notification.findFirst({ where, select: { readAt: true } })
  if (!known) throw new NotFound()
  if (known.readAt) return
  await prisma.notification.updateMany({ where: { ...where, readAt: null }, data: { readAt: now() } })
  await tell(actor)
}

export async function markAllRead(actor: Actor): Promise<void> {
  await prisma.notification.updateMany({
    where: { membershipId: actor.membershipId, readAt: null },
    data: { readAt: now() },
  })
  await tell(actor)
}

const told = (actor: Actor) => JSON.stringify({ membershipId: actor.membershipId })

async function tell(actor: Actor): Promise<void> {
  await prisma.$queryRaw`SELECT pg_notify('notification', ${told(actor)})::text`
}

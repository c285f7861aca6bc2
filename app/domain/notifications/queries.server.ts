import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { visibleNotifications } from './scope.server.ts'
import { mentions, subjectHref, type ToldEvent } from './subject.ts'
import { actorOf } from './told.server.ts'

export interface NotificationItem extends ToldEvent {
  id: string
  createdAt: Date
  isRead: boolean
  href: string | null
}

/** More than this nobody counts. */
const countLimit = 100

/** For the bell; counts up to a hundred. */
export async function countUnread(actor: Actor, db = prisma): Promise<number> {
  return db.notification.count({ where: { ...visibleNotifications(actor), readAt: null }, take: countLimit })
}

export interface NotificationsAsked {
  unreadOnly: boolean
  after: string | null
  /** How many, where not a whole page is wanted. */
  limit?: number
}

/** Newest first. */
export async function listNotifications(
  actor: Actor,
  { unreadOnly, after, limit = pageSize }: NotificationsAsked,
  db = prisma,
): Promise<Page<NotificationItem>> {
  const cursor = decodeCursor(after)
  const rows = await db.notification.findMany({
    where: {
      ...visibleNotifications(actor),
      ...(unreadOnly && { readAt: null }),
      // Ids are in the order of time.
      ...(cursor && { id: { lt: cursor.id } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = pageOf(rows, limit, ({ createdAt, id }) => ({ at: createdAt, id }))
  return {
    ...page,
    items: page.items.map((row) => {
      const payload = row.payload as Record<string, unknown>
      return {
        id: row.id,
        type: row.type,
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        accountId: row.accountId,
        payload,
        actorName: actorOf({ payload }),
        isMention: mentions(payload, actor.membershipId),
        createdAt: row.createdAt,
        isRead: row.readAt !== null,
        href: subjectHref(row),
      }
    }),
  }
}

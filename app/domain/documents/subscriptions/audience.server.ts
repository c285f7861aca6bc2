import { nobody } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import type { SubscriptionEventType } from './events.ts'

/** Whoever subscribed to a document, to what it concerns or to its kind; whether they may see it is asked elsewhere. */
export async function subscribersOf(documentId: string, database: Database) {
  const document = await database.document.findUnique({
    where: { id: documentId },
    select: { kind: true, organizationId: true },
  })
  if (!document) return []
  const concerned = { some: { documentId } }
  const rows = await database.subscription.findMany({
    where: {
      membership: { deactivatedAt: null },
      OR: [
        { documentId },
        { kind: document.kind },
        { product: { documents: concerned } },
        { family: { OR: [{ documents: concerned }, { products: { some: { documents: concerned } } }] } },
      ],
    },
    distinct: ['membershipId'],
    select: { membership: { select: { id: true, side: true, organizationId: true } } },
  })
  return rows.map(({ membership }) => membership)
}

export const subscriptionsAudience = {
  'subscription.begun': nobody,
  'subscription.ended': nobody,
} satisfies Record<SubscriptionEventType, typeof nobody>

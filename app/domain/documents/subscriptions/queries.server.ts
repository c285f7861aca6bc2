import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber } from '../kinds.ts'
import { visibleDocuments } from '../scope.server.ts'

/** The actor's own, the newest first; of a document that was lost to the actor only that it was one. */
export async function listSubscriptions(actor: Actor, db: Database = prisma) {
  const [rows, documents] = await Promise.all([
    db.subscription.findMany({
      relationLoadStrategy: 'join',
      where: { membershipId: actor.membershipId },
      select: {
        ...{ id: true, kind: true, documentId: true, createdAt: true },
        product: { select: { id: true, number: true, name: true } },
        family: { select: { id: true, code: true, name: true } },
      },
      orderBy: { id: 'desc' },
    }),
    db.document.findMany({
      where: {
        AND: [visibleDocuments(actor), { subscriptions: { some: { membershipId: actor.membershipId } } }],
      },
      select: { id: true, kind: true, number: true, title: true },
    }),
  ])
  const titles = new Map(
    documents.map(({ id, kind, number, title }) => [id, `${documentNumber(kind, number)} ${title}`]),
  )
  return rows.map(({ id, kind, documentId, product, family, createdAt }) => ({
    ...{ id, kind, documentId, createdAt },
    document: documentId && (titles.get(documentId) ?? ''),
    product: product && { id: product.id, name: `${product.number} ${product.name}` },
    family: family && { id: family.id, name: `${family.code} ${family.name}` },
  }))
}
export type SubscriptionItem = Awaited<ReturnType<typeof listSubscriptions>>[number]

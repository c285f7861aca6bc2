import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { visibleAudience, visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { consultationNumber } from '../../consultation.ts'
import { visibleNoteSources } from '../../notes/scope.server.ts'
import { visibleOffers } from '../scope.server.ts'
import { listAlike } from './alike.server.ts'
import { reachOf } from './reach.server.ts'

/**
 * A note that came of an answer, and of which consultation: for whoever of the supplier sees that one.
 * @throws NotFound
 */
async function getNote(actor: Actor, documentId: string, db: Database) {
  if (actor.side === 'customer') throw new NotFound()
  const note = await db.noteSource.findFirst({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { documentId: requireId(documentId), document: visibleDocuments(actor) },
        visibleNoteSources(actor),
      ],
    },
    select: {
      consultationId: true,
      document: {
        select: {
          ...{ id: true, organizationId: true, kind: true, number: true, title: true, language: true },
          releasedVersion: { select: { version: true, title: true, language: true, status: true } },
          audience: {
            where: visibleAudience(actor),
            select: { accountId: true, familyId: true, functions: true },
          },
        },
      },
    },
  })
  if (!note) throw new NotFound()
  return note
}

/**
 * Who asked alike, and whether the note can be offered there.
 * @throws NotFound
 */
export async function getOffers(actor: Actor, documentId: string, db: Database = prisma) {
  const { consultationId, document } = await getNote(actor, documentId, db)
  const { releasedVersion, audience, id, kind, number } = document
  const inForce = releasedVersion?.status === 'released' ? releasedVersion : null
  // One after the other: in a transaction they share a connection.
  const alike = await listAlike(actor, consultationId, db)
  const offers = await db.noteOffer.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ documentId: id }, visibleOffers(actor)] },
    select: {
      ...{ consultationId: true, outcome: true, offeredAt: true },
      offeredBy: { select: { name: true } },
      decidedBy: { select: { name: true } },
    },
  })
  const reach = await reachOf(actor, alike, { organizationId: document.organizationId, audience }, db)
  return {
    document: {
      ...{ id, organizationId: document.organizationId, number: documentNumber(kind, number) },
      title: inForce?.title ?? document.title,
      language: inForce?.language ?? document.language,
    },
    version: inForce?.version ?? null,
    mayChangeAudience: documentPolicy.changeAudience(actor, document),
    alike: alike.map(({ customerId: _, ...each }) => ({
      ...each,
      number: consultationNumber(each.number),
      reach: reach.get(each.id) ?? null,
      offer: offers.find((offer) => offer.consultationId === each.id) ?? null,
    })),
  }
}
export type OffersPage = Awaited<ReturnType<typeof getOffers>>
export type AlikeRow = OffersPage['alike'][number]

/** Whether the note can be offered in a consultation: somebody is there to be told, and it was not offered yet. */
export const isChoosable = ({ reach, offer }: Pick<AlikeRow, 'reach' | 'offer'>): boolean =>
  offer === null && reach !== null && reach.obstacle === null

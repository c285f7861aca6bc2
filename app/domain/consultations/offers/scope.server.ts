import type { Actor } from '#app/domain/access/actor.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** Where the consultation is seen; by the customer's people as long as the note is in force and they see it. */
export function visibleOffers(actor: Actor): Prisma.NoteOfferWhereInput {
  const consultation = visibleConsultations(actor)
  if (actor.side === 'supplier') return { consultation }
  return {
    consultation,
    document: { AND: [visibleDocuments(actor), { releasedVersion: { status: 'released' } }] },
  }
}

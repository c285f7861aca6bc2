import type { Actor } from '#app/domain/access/actor.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { offerPolicy } from '../policy.ts'
import { visibleOffers } from '../scope.server.ts'

const shown = {
  ...{ id: true, outcome: true, offeredAt: true },
  offeredBy: { select: { name: true } },
  document: {
    select: {
      ...{ id: true, kind: true, number: true, title: true, language: true },
      releasedVersion: { select: { title: true, language: true, status: true } },
    },
  },
} satisfies Prisma.NoteOfferSelect
type Row = Prisma.NoteOfferGetPayload<{ select: typeof shown }>

const offersOn = 20

/** The notes that are offered in a thread, as a part of its own select; what was put aside is on the page of offers. */
export const offersOf = (actor: Actor) =>
  ({
    noteOffers: {
      where: { AND: [visibleOffers(actor), { OR: [{ outcome: null }, { outcome: 'helpful' }] }] },
      orderBy: { id: 'asc' },
      take: offersOn,
      select: shown,
    },
  }) satisfies Prisma.ConsultationSelect

export function shownOffer({ document, ...offer }: Row) {
  const { id, kind, number, releasedVersion } = document
  const text = releasedVersion ?? document
  return {
    ...offer,
    document: {
      ...{ id, number: documentNumber(kind, number), title: text.title, language: text.language },
      /** For the supplier, who sees the offer then as well: the customer does not any more. */
      isInForce: releasedVersion?.status === 'released',
    },
  }
}

/**
 * Every note that is offered in a consultation, for its page.
 * @throws NotFound
 */
export async function openOffers(actor: Actor, id: string, db: Database = prisma) {
  const known = await getConsultation(actor, id, db)
  const rows = await db.noteOffer.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ consultationId: known.id }, visibleOffers(actor)] },
    orderBy: { id: 'asc' },
    select: { ...shown, decidedAt: true, decidedBy: { select: { name: true } } },
  })
  return {
    consultation: { id: known.id, ...namedConsultation(known) },
    mayDecide: offerPolicy.decide(actor, known),
    offers: rows.map(({ decidedAt, decidedBy, ...row }) => ({ ...shownOffer(row), decidedAt, decidedBy })),
  }
}
export type OpenedOffers = Awaited<ReturnType<typeof openOffers>>

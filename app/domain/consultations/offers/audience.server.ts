import { membersInAudience } from '#app/domain/documents/audience-members.server.ts'
import type { Audience, RecordedEvent } from '#app/domain/events/audience.ts'
import type { Database } from '#app/platform/database/database.server.ts'
import { participants } from '../audience.server.ts'
import type { OfferEventType } from './events.ts'

const findOffer = ({ payload: { offerId } }: RecordedEvent, database: Database) =>
  database.noteOffer.findUnique({
    where: { id: String(offerId) },
    select: {
      offeredById: true,
      organizationId: true,
      document: {
        select: {
          releasedVersion: { select: { status: true } },
          audience: { select: { accountId: true, familyId: true, functions: true } },
        },
      },
    },
  })

/** Whoever takes part: of the customer those who see the note, because there is nothing else to look at. */
const whoSeesNote: Audience = async (event, database) => {
  const [members, offer] = await Promise.all([participants(event, database), findOffer(event, database)])
  if (offer?.document.releasedVersion?.status !== 'released') return []
  const rows = await database.membership.findMany({
    where: {
      id: { in: members },
      OR: [{ side: 'supplier' }, membersInAudience(offer.organizationId, offer.document.audience)],
    },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Whoever offered it, and of the supplier whoever takes part. */
const whoOffered: Audience = async (event, database) => {
  const [members, offer] = await Promise.all([
    participants({ ...event, side: 'supplier' }, database),
    findOffer(event, database),
  ])
  return offer ? [...new Set([...members, offer.offeredById])] : members
}

export const offerAudience = {
  'consultation.noteOffered': whoSeesNote,
  'consultation.noteHelped': whoOffered,
  'consultation.noteDismissed': whoOffered,
} satisfies Record<OfferEventType, Audience>

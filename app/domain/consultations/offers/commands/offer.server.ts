import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { offerEvents } from '../events.ts'
import type { OfferInput } from '../forms.ts'
import { offerPolicy } from '../policy.ts'
import { type AlikeRow, getOffers, isChoosable, type OffersPage } from '../queries/page.server.ts'

/**
 * Offers a note in the consultations that were chosen among those that ask alike. Where somebody else was first nothing
 * happens again.
 * @returns in how many it was offered
 * @throws NotFound, Forbidden; Conflict when the note or all the rest changed in between; Invalid at `consultationIds`
 */
export async function offerNote(actor: Actor, documentId: string, input: OfferInput): Promise<number> {
  return transact(async (tx) => {
    const page = await getOffers(actor, documentId, tx)
    if (page.version === null) throw new Conflict('offers:error.notInForce')
    if (page.version !== input.version) throw new Conflict('offers:error.otherVersion')
    const chosen = chosenOf(page, input)
    let count = 0
    for (const each of chosen) count += Number(await offerIn(tx, actor, page, each))
    if (count === 0) throw new Conflict('offers:error.already')
    return count
  })
}

/** What was offered in between is left out; what cannot be chosen is refused. */
function chosenOf({ alike }: OffersPage, { consultationIds }: OfferInput): AlikeRow[] {
  const chosen = [...new Set(consultationIds)].map((id) => alike.find((each) => each.id === id))
  return chosen.flatMap((each) => {
    if (!each) throw new Invalid('consultationIds', 'common:error.unknown')
    if (each.offer) return []
    if (!isChoosable(each))
      throw new Invalid('consultationIds', 'offers:error.notChoosable', { number: each.number })
    return [each]
  })
}

async function offerIn(tx: Tx, actor: Actor, page: OffersPage, { id }: AlikeRow): Promise<boolean> {
  const known = await getConsultation(actor, id, tx)
  authorize(offerPolicy.offer(actor, known))
  const at = now()
  const { id: documentId, organizationId } = page.document
  const data = {
    ...{ id: uuidv7(), consultationId: known.id, accountId: known.accountId, documentId, organizationId },
    ...{ version: page.version ?? 0, offeredById: actor.membershipId, offeredAt: at },
  }
  const { count } = await tx.noteOffer.createMany({ data: [data], skipDuplicates: true })
  if (count === 0) return false
  await tx.consultation.update({
    where: { id: known.id },
    data: { lastActivityAt: at },
    select: { id: true },
  })
  await record(tx, actor, offerEvents.noteOffered(known, { ...namedConsultation(known), offerId: data.id }))
  return true
}

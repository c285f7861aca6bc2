import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { canMove } from '../../moves.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { offerEvents } from '../events.ts'
import type { DecideOfferInput } from '../forms.ts'
import { offerPolicy } from '../policy.ts'
import { visibleOffers } from '../scope.server.ts'

/**
 * Says of an offered note that it answers the question, or that it does not. The first of two says it.
 * @returns whether an answer waits that the actor may accept
 * @throws NotFound, Forbidden, Conflict
 */
export async function decideOffer(
  actor: Actor,
  consultationId: string,
  { offerId, outcome }: DecideOfferInput,
): Promise<{ mayAccept: boolean }> {
  return transact(async (tx) => {
    const known = await getConsultation(actor, consultationId, tx)
    authorize(offerPolicy.decide(actor, known))
    const where = { AND: [{ id: offerId, consultationId: known.id }, visibleOffers(actor)] }
    if (!(await tx.noteOffer.findFirst({ where, select: { id: true } }))) throw new NotFound()
    const { count } = await tx.noteOffer.updateMany({
      where: { id: offerId, outcome: null },
      data: { outcome, decidedById: actor.membershipId, decidedAt: now() },
    })
    if (count === 0) throw new Conflict('offers:error.decided')
    const event = outcome === 'helpful' ? offerEvents.noteHelped : offerEvents.noteDismissed
    await record(tx, actor, event(known, { ...namedConsultation(known), offerId }))
    return {
      mayAccept:
        outcome === 'helpful' && consultationPolicy.accept(actor, known) && canMove(known.status, 'accept'),
    }
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { consultationEvents } from '../../events.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import type { RatingInput } from '../forms.ts'

/**
 * Says how well the accepted answer served, in five steps and a word. Said again it replaces what was said.
 * @throws NotFound, Forbidden, Conflict when this is not the accepted answer (any more)
 */
export async function rateAnswer(actor: Actor, consultationId: string, input: RatingInput): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.rate(actor, consultation))
    const { messageId, steps, word } = input
    if (consultation.status !== 'accepted' || consultation.acceptedMessageId !== messageId)
      throw new Conflict('decisions:error.notAccepted')
    await tx.consultationRating.create({
      data: {
        ...{ consultationId: consultation.id, accountId: consultation.accountId, messageId },
        ...{ steps, word, ratedById: actor.membershipId, createdAt: now() },
      },
    })
    const payload = { ...namedConsultation(consultation), messageId, steps }
    await record(tx, actor, consultationEvents.rated(consultation, payload))
  })
}

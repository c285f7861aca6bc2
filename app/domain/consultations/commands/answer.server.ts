import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { consultationEvents } from '../events.ts'
import type { AnswerInput } from '../forms.ts'
import { requireMove } from '../moves.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'
import { type WrittenMessage, writeMessage } from './write-message.server.ts'

/**
 * Gives the answer: a new message, or one of the supplier's that is in the thread already. Whoever answers what
 * nobody has takes it. An answer that was given may be replaced until it is accepted; of two people who answer at
 * once the second is told.
 */
export async function answerConsultation(
  actor: Actor,
  consultationId: string,
  input: AnswerInput,
): Promise<string> {
  return transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.answer(actor, consultation))
    const status = requireMove(consultation.status, 'answer')
    const { body, messageId: chosenId, replaces, ...message } = input
    const written = body
      ? await writeMessage(tx, actor, consultation, { lane: 'shared', body, ...message })
      : await findAnswer(tx, consultation.id, chosenId ?? '')
    const { messageId } = written
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status: consultation.status, answerMessageId: replaces ?? null },
      data: {
        status,
        answerMessageId: messageId,
        assigneeId: consultation.assigneeId ?? actor.membershipId,
        lastActivityAt: now(),
      },
    })
    if (count !== 1) throw new Conflict('consultations:error.answeredMeanwhile')
    await record(
      tx,
      actor,
      consultationEvents.answered(consultation, { ...namedConsultation(consultation), ...written }),
    )
    return messageId
  })
}

/** A message of the supplier that the customer can read as well. */
async function findAnswer(tx: Tx, consultationId: string, messageId: string): Promise<WrittenMessage> {
  const message = await tx.message.findFirst({
    where: { id: messageId, consultationId, lane: 'shared', author: { side: 'supplier', isGuest: false } },
    select: { id: true },
  })
  if (!message) throw new NotFound()
  // Whom it mentions was told when it was written.
  return { messageId: message.id, mentioned: [] }
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { findDecision } from '../decisions/queries/decision.server.ts'
import { consultationEvents } from '../events.ts'
import type { AcceptInput } from '../forms.ts'
import { requireMove } from '../moves.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'

/** Accepts the answer that the person has read, with its record: another one in the meantime is a conflict. */
export async function acceptAnswer(
  actor: Actor,
  consultationId: string,
  { messageId, edits = 0, decisionId, isFromMail = false }: AcceptInput & { isFromMail?: boolean },
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.accept(actor, consultation))
    const status = requireMove(consultation.status, 'accept')
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status: consultation.status, answerMessageId: messageId },
      data: { status, acceptedMessageId: messageId, lastActivityAt: now() },
    })
    if (count !== 1) throw new Conflict('consultations:error.otherAnswer')
    // An edit waits for the row that was just written, or was there before it.
    const isWording = (await tx.message.count({ where: { id: messageId, edits } })) === 1
    if (!isWording) throw new Conflict('consultations:error.otherAnswer')
    const decision = await findDecision(consultation.id, messageId, tx)
    if ((decision?.id ?? null) !== (decisionId ?? null)) throw new Conflict('decisions:error.otherRecord')
    const payload = { ...namedConsultation(consultation), messageId, isFromMail }
    await record(tx, actor, consultationEvents.accepted(consultation, payload))
  })
}

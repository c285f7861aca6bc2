import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { consultationEvents } from '../events.ts'
import { requireMove } from '../moves.ts'
import { consultationPolicy } from '../policy.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'
import { writeMessage } from './write-message.server.ts'

/** Opens an answered or accepted consultation again. The reason is a message that both sides read. */
export async function reopenConsultation(
  actor: Actor,
  consultationId: string,
  reason: string,
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.reopen(actor, consultation))
    const status = requireMove(consultation.status, 'reopen')
    const written = await writeMessage(tx, actor, consultation, { lane: 'shared', body: reason })
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status: consultation.status },
      data: { status, answerMessageId: null, acceptedMessageId: null, lastActivityAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await record(
      tx,
      actor,
      consultationEvents.reopened(consultation, { ...namedConsultation(consultation), ...written }),
    )
  })
}

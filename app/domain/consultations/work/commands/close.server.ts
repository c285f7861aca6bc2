import type { Actor } from '#app/domain/access/actor.ts'
import { authorize, isSupplier } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { writeMessage } from '../../commands/write-message.server.ts'
import { consultationEvents } from '../../events.ts'
import { requireMove } from '../../moves.ts'
import { closableBySupplier, consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'

/**
 * Ends a consultation without an answer that was accepted, with a reason that both sides read: the customer what it asked,
 * the supplier what the customer has had the next word in.
 */
export async function closeConsultation(actor: Actor, consultationId: string, reason: string): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.close(actor, consultation))
    const status = requireMove(consultation.status, 'close')
    if (isSupplier(actor) && !closableBySupplier.includes(consultation.status))
      throw new Conflict('consultations:refused.closeWhileWaited')
    const written = await writeMessage(tx, actor, consultation, { lane: 'shared', body: reason })
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status: consultation.status },
      data: { status },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    const payload = { ...namedConsultation(consultation), ...written }
    await record(tx, actor, consultationEvents.closed(consultation, payload))
  })
}

import type { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import type { UrgencyForm } from '../acts.ts'
import { clockEvents } from '../events.ts'
import { clockPolicy } from '../policy.ts'

/** Says that it is more or less urgent than was said before. Its clocks count from their start with the other target. */
export async function changeUrgency(
  actor: Actor,
  consultationId: string,
  { urgency, previous }: z.output<typeof UrgencyForm>,
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(clockPolicy.changeUrgency(actor, consultation))
    if (urgency === previous) throw new Invalid('urgency', 'clocks:error.sameUrgency')
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, urgency: previous, status: consultation.status },
      data: { urgency, lastActivityAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    const payload = { ...namedConsultation(consultation), urgency, previous }
    await record(tx, actor, clockEvents.urgencyChanged(consultation, payload))
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'
import { workPolicy } from '../policy.ts'

/**
 * Hears from now on what those who take part hear, or no longer. What is so already stays so, and leaves no event:
 * whoever clicks twice meant it once.
 */
export async function watchConsultation(actor: Actor, consultationId: string, isOn: boolean): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    const { membershipId, side } = actor
    if (isOn) authorize(workPolicy.watch(actor, consultation))
    const key = { consultationId: consultation.id, membershipId }
    const { count } = isOn
      ? await tx.consultationWatcher.createMany({
          data: [{ ...key, accountId: consultation.accountId, side, createdAt: now() }],
          skipDuplicates: true,
        })
      : await tx.consultationWatcher.deleteMany({ where: key })
    if (count === 0) return
    const event = isOn ? workEvents.watched : workEvents.unwatched
    await record(tx, actor, event(consultation, namedConsultation(consultation), side))
  })
}

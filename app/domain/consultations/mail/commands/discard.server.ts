import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { settledMails } from '#app/platform/metrics.server.ts'
import { receivedMailEvents } from '../events.ts'
import { receivedMailPolicy } from '../policy.ts'
import { getReceivedMail } from '../queries/received.server.ts'

/** The person says that it did not write a held mail, or does not want it any more. */
export async function discardMail(actor: Actor, id: string | undefined): Promise<void> {
  await transact(async (tx) => {
    const mail = await getReceivedMail(actor, id, tx)
    authorize(receivedMailPolicy.discard(actor, mail))
    const { count } = await tx.receivedMail.updateMany({
      where: { id: mail.id, status: 'held' },
      data: { status: 'discarded', settledAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.transition')
    const { organizationId, side, membershipId } = actor
    const payload = { number: '', memberIds: [membershipId], reason: mail.reason }
    await record(tx, actor, receivedMailEvents.discarded({ id: mail.id, organizationId }, payload, side))
  })
  settledMails.inc({ status: 'discarded', reason: '' })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { writeMessage } from '../../commands/write-message.server.ts'
import { consultationEvents } from '../../events.ts'
import { requireMove } from '../../moves.ts'
import { consultationPolicy } from '../../policy.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'
import type { TakeOverInput } from '../forms.ts'
import { isPresent } from '../queries/present.server.ts'

/**
 * Takes a consultation over, from nobody or from whoever has it; from somebody who is there with a reason, which stands
 * in the thread as an internal note. Of two who take it at once the second is told who has it.
 */
export async function takeOver(actor: Actor, consultationId: string, input: TakeOverInput): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.assign(actor, consultation))
    const status = requireMove(consultation.status, 'assign')
    const { id, assigneeId } = consultation
    if (assigneeId === actor.membershipId) throw new Conflict('consultations:error.yoursAlready')
    if (assigneeId !== (input.previousId ?? null)) throw await takenMeanwhile(tx, id)
    const previous = assigneeId ? await isPresent(tx, assigneeId) : null
    if (previous?.isThere && !input.reason)
      throw new Invalid('reason', 'consultations:error.reasonWanted', { name: previous.name })
    const { count } = await tx.consultation.updateMany({
      where: { id, status: consultation.status, assigneeId },
      data: { status, assigneeId: actor.membershipId, lastActivityAt: now() },
    })
    if (count !== 1) throw await takenMeanwhile(tx, id)
    if (input.reason) await writeMessage(tx, actor, consultation, { lane: 'internal', body: input.reason })
    const payload = {
      ...namedConsultation(consultation),
      ...{ assigneeId: actor.membershipId, assigneeName: actor.name },
    }
    const event = previous
      ? workEvents.takenOver(consultation, {
          ...payload,
          previousId: previous.id,
          previousName: previous.name,
        })
      : consultationEvents.assigned(consultation, { ...payload, previousId: null })
    await record(tx, actor, event)
  })
}

async function takenMeanwhile(tx: Tx, id: string): Promise<Conflict> {
  const found = await tx.consultation.findUnique({
    where: { id },
    select: { assignee: { select: { name: true } } },
  })
  const name = found?.assignee?.name
  return name
    ? new Conflict('consultations:error.takenMeanwhile', { name })
    : new Conflict('common:error.changed')
}

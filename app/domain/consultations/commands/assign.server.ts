import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { consultationEvents } from '../events.ts'
import type { AssignInput } from '../forms.ts'
import { requireMove } from '../moves.ts'
import { consultationPolicy } from '../policy.ts'
import { findAssignee } from '../queries/assignees.server.ts'
import { getConsultation, namedConsultation } from '../queries/consultation.server.ts'

/** Gives a consultation to a member of the supplier who can enter its account; to oneself it is taking over. */
export async function assignConsultation(
  actor: Actor,
  consultationId: string,
  input: AssignInput,
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.assign(actor, consultation))
    const status = requireMove(consultation.status, 'assign')
    const assignee = await findAssignee(tx, consultation.accountId, input.assigneeId)
    if (!assignee) throw new Invalid('assigneeId', 'consultations:error.cannotEnter')
    const previousId = input.previousId ?? null
    if (assignee.id === previousId) throw new Invalid('assigneeId', 'consultations:error.hasItAlready')
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status: consultation.status, assigneeId: previousId },
      data: { status, assigneeId: assignee.id, lastActivityAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    await record(
      tx,
      actor,
      consultationEvents.assigned(consultation, {
        ...namedConsultation(consultation),
        assigneeId: assignee.id,
        assigneeName: assignee.name,
        previousId,
      }),
    )
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { consultationEvents } from '../../events.ts'
import { consultationPolicy } from '../../policy.ts'
import { findAssignee } from '../../queries/assignees.server.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import type { DecisionInput } from '../forms.ts'
import { dayIn } from '../queries/day.server.ts'

/**
 * Writes down what the answer decides: part and revision, conditions, approver, last day. It can be written anew until
 * the answer is accepted; whoever accepts names the record that was read.
 * @throws NotFound, Forbidden, Conflict when the answer is another one or was accepted, Invalid
 */
export async function recordDecision(
  actor: Actor,
  consultationId: string,
  input: DecisionInput,
): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(consultationPolicy.decide(actor, consultation))
    const { messageId, part, revision, conditions, validUntil } = input
    if (validUntil && validUntil < (await dayIn(tx, consultation.organizationId)))
      throw new Invalid('validUntil', 'decisions:error.over')
    const approver = await approverOf(tx, consultation, input.approverId)
    // The consultation's row is the lock between recording and accepting.
    const { count } = await tx.consultation.updateMany({
      where: { id: consultation.id, status: 'answered', answerMessageId: messageId },
      data: { lastActivityAt: now() },
    })
    if (count !== 1) throw new Conflict('decisions:error.otherAnswer')
    await tx.consultationDecision.create({
      data: {
        ...{ consultationId: consultation.id, accountId: consultation.accountId, messageId },
        ...{ part, revision, conditions, approverId: approver?.id },
        validUntil: validUntil ? new Date(validUntil) : null,
        recordedById: actor.membershipId,
        createdAt: now(),
      },
    })
    const payload = { ...namedConsultation(consultation), messageId, part, approverId: approver?.id ?? null }
    await record(tx, actor, consultationEvents.decisionRecorded(consultation, payload))
  })
}

/** Whoever approves can enter the account. */
async function approverOf(tx: Tx, { accountId }: KnownConsultation, id: string | undefined) {
  if (!id) return null
  const found = await findAssignee(tx, accountId, id)
  if (!found) throw new Invalid('approverId', 'consultations:error.cannotEnter')
  return found
}

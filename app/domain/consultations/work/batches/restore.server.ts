import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import type { ConsultationStatus } from '../../consultation.ts'
import { consultationEvents } from '../../events.ts'
import { consultationPolicy } from '../../policy.ts'
import { findAssignee } from '../../queries/assignees.server.ts'
import { type KnownConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { promiseDay } from '../commands/due.server.ts'
import { endSnooze, snoozeUntil } from '../commands/snooze.server.ts'
import { retag, untagConsultation } from '../commands/tagging.server.ts'
import { workEvents } from '../events.ts'
import type { BatchAct, Shape } from './batch.ts'

interface Restored {
  consultation: KnownConsultation
  act: BatchAct
  before: Shape
  after: Shape
}

/** Puts a consultation back as it was before an act, and records that as an act of its own. */
export async function restore(tx: Tx, actor: Actor, restored: Restored): Promise<void> {
  const { consultation, act, before, after } = restored
  const { id } = consultation
  switch (act) {
    case 'assign':
    case 'take_over':
      return assignBack(tx, actor, restored)
    case 'close':
      return openBack(tx, actor, restored)
    case 'tag':
      return untagConsultation(actor, id, after.tagId ?? '')
    case 'untag':
      return retag(actor, id, before.tagId ?? '')
    case 'snooze':
      return before.isSnoozed
        ? snoozeUntil(actor, id, before.until ? new Date(before.until) : null)
        : endSnooze(actor, id)
    case 'due':
      return promiseDay(actor, id, { dueOn: before.dueOn ?? undefined, isShown: before.isShown ?? false })
  }
}

async function assignBack(tx: Tx, actor: Actor, { consultation, before, after }: Restored): Promise<void> {
  authorize(consultationPolicy.assign(actor, consultation))
  const assigneeId = before.assigneeId ?? null
  if (assigneeId && !(await findAssignee(tx, consultation.accountId, assigneeId)))
    throw new Invalid('assigneeId', 'consultations:error.cannotEnter')
  await moveBack(tx, consultation, { before, after, data: { assigneeId } })
  const payload = { ...namedConsultation(consultation), assigneeId, previousId: after.assigneeId ?? '' }
  await record(tx, actor, workEvents.assignmentUndone(consultation, payload))
}

async function openBack(tx: Tx, actor: Actor, { consultation, before, after }: Restored): Promise<void> {
  authorize(consultationPolicy.close(actor, consultation))
  await moveBack(tx, consultation, { before, after, data: {} })
  await record(tx, actor, consultationEvents.closingUndone(consultation, namedConsultation(consultation)))
}

async function moveBack(
  tx: Tx,
  { id, assigneeId }: KnownConsultation,
  { before, after, data }: { before: Shape; after: Shape; data: { assigneeId?: string | null } },
): Promise<void> {
  const { count } = await tx.consultation.updateMany({
    where: { id, status: after.status as ConsultationStatus, assigneeId },
    data: { ...data, status: before.status as ConsultationStatus, lastActivityAt: now() },
  })
  if (count !== 1) throw new Conflict('work:error.changedSince')
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import type { NewEvent } from '#app/domain/events/define.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { requireProven } from '../claims/queries/claims.server.ts'
import { comparisonTransitions } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import { caseFor } from '../model/case-for.ts'
import { type Figures, outcomeOf } from '../outcome.server.ts'
import { comparisonPolicy } from '../policy.ts'
import {
  getComparison,
  type KnownComparison,
  namedComparison,
  readCase,
} from '../queries/comparison.server.ts'
import { lockComparison } from './lock.server.ts'

/** One of the three steps that the page of the approval has. */
export async function takeApprovalStep(
  actor: Actor,
  comparisonId: string,
  { act, reason }: { act: 'ask' | 'approve' | 'sendBack'; reason: string },
): Promise<void> {
  if (act === 'ask') return askApproval(actor, comparisonId)
  if (act === 'approve') return approveComparison(actor, comparisonId)
  return sendBackComparison(actor, comparisonId, reason)
}

interface Step {
  may: (actor: Actor, comparison: KnownComparison) => boolean
  /** Whether it has to have been asked for. */
  isAnswer: boolean
  /** Sent back it need not be: whoever prepared it mends it. */
  isReady?: boolean
  data: Prisma.ComparisonUncheckedUpdateManyInput
  event: (comparison: KnownComparison, revision: number) => NewEvent
}

/** Asks a second member of the supplier to approve a draft. Its case must be complete: figures are what is approved. */
export async function askApproval(actor: Actor, comparisonId: string): Promise<void> {
  await step(actor, comparisonId, {
    may: comparisonPolicy.askApproval,
    isAnswer: false,
    data: { approvalAskedAt: now() },
    event: (comparison, revision) =>
      comparisonEvents.approvalAsked(comparison, { ...namedComparison(comparison), revision }, 'supplier'),
  })
}

/** Approves what stands there: from then on it can be shared, until the supplier changes it again. */
export async function approveComparison(actor: Actor, comparisonId: string): Promise<void> {
  const approved = { status: 'approved', approvedAt: now(), approvedById: actor.membershipId } as const
  await step(actor, comparisonId, {
    may: comparisonPolicy.approve,
    isAnswer: true,
    data: { ...approved, approvalAskedAt: null },
    event: (comparison, revision) =>
      comparisonEvents.approved(comparison, { ...namedComparison(comparison), revision }, 'supplier'),
  })
}

/** Gives it back to those who prepared it, with a word. */
export async function sendBackComparison(actor: Actor, comparisonId: string, reason: string): Promise<void> {
  await step(actor, comparisonId, {
    may: comparisonPolicy.approve,
    isAnswer: true,
    isReady: false,
    data: { approvalAskedAt: null },
    event: (comparison) =>
      comparisonEvents.sentBack(comparison, { ...namedComparison(comparison), reason }, 'supplier'),
  })
}

async function step(
  actor: Actor,
  comparisonId: string,
  { may, isAnswer, isReady = true, data, event }: Step,
): Promise<void> {
  await transact(async (tx) => {
    const seen = await getComparison(actor, comparisonId, tx)
    authorize(may(actor, seen))
    const { status, revision } = await lockComparison(tx, seen.id)
    requireTransition(comparisonTransitions, status, 'approved')
    // As it is once it is one's turn: somebody may have changed it, and then it is not theirs to approve.
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(may(actor, comparison))
    if ((comparison.approvalAskedAt !== null) !== isAnswer) throw new Conflict('common:error.transition')
    await requireFigures(tx, comparison.id)
    if (isReady) await requireProven(tx, comparison.id)
    await tx.comparison.updateMany({ where: { id: comparison.id }, data: { ...data, updatedAt: now() } })
    await record(tx, actor, event(comparison, revision))
  })
}

/** @throws Conflict with the number of values that are missing. */
export async function requireFigures(tx: Tx, comparisonId: string): Promise<Figures> {
  const { problems, figures } = outcomeOf(caseFor(await readCase(tx, comparisonId)))
  if (!figures) throw new Conflict('comparisons:error.notComplete', { count: problems.length })
  return figures
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid } from '#app/platform/errors.ts'
import { comparisonTransitions } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import { comparisonPolicy, endingOf } from '../policy.ts'
import { getComparison, namedComparison } from '../queries/comparison.server.ts'
import { addLostByEnd } from '../savings/lost.server.ts'
import { lockComparison } from './lock.server.ts'

const ended = { reject: 'rejected', withdraw: 'withdrawn', close: 'closed' } as const
type Ending = keyof typeof ended

/**
 * Ends it with a reason, for ever: the customer rejects what was shared, the supplier withdraws what is not agreed, either
 * side closes what was agreed. `as` is what the person saw: who meant to withdraw it does not close it.
 */
export async function endComparison(
  actor: Actor,
  comparisonId: string,
  { as, reason }: { as: Ending; reason: string },
): Promise<void> {
  await transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy[as](actor, comparison))
    const { status } = await lockComparison(tx, comparison.id)
    requireTransition(comparisonTransitions, status, ended[as])
    if (endingOf(actor, { ...comparison, status }) !== as) throw new Forbidden()
    const at = now()
    await tx.comparison.updateMany({
      where: { id: comparison.id },
      data: {
        ...{ status: ended[as], endReason: reason, endedAt: at, endedById: actor.membershipId },
        ...{ updatedAt: at },
      },
    })
    if (comparison.sharedAt) await addLostByEnd(tx, actor, comparison, status)
    const reader = comparison.sharedAt === null ? 'supplier' : null
    const payload = { ...namedComparison(comparison), reason }
    await record(tx, actor, comparisonEvents[ended[as]](comparison, payload, reader))
  })
}

/** What is before the trial is no effect of it. Without a plan nothing is measured, which the page says. @throws Invalid */
async function requireMeasurable(tx: Tx, comparisonId: string, from: string): Promise<void> {
  const plan = await tx.verificationPlan.findUnique({
    where: { comparisonId },
    select: { startsOn: true },
  })
  if (plan && plan.startsOn.toISOString().slice(0, 7) < from.slice(0, 7))
    throw new Invalid('from', 'comparisons:error.startsBefore')
}

/** What was agreed is tried out, from a day on. */
export async function beginTrial(actor: Actor, comparisonId: string, from: string): Promise<void> {
  await transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.beginTrial(actor, comparison))
    const { status } = await lockComparison(tx, comparison.id)
    requireTransition(comparisonTransitions, status, 'trial')
    await requireMeasurable(tx, comparison.id, from)
    await tx.comparison.updateMany({
      where: { id: comparison.id },
      data: { status: 'trial', trialFrom: new Date(from), updatedAt: now() },
    })
    await record(tx, actor, comparisonEvents.trialBegun(comparison, { ...namedComparison(comparison), from }))
  })
}

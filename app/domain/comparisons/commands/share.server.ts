import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { caseOf } from '../case-of.ts'
import { comparisonTransitions } from '../comparison.ts'
import { validateCase } from '../engine/validate.ts'
import { comparisonEvents } from '../events.ts'
import { comparisonPolicy } from '../policy.ts'
import { getComparison, namedComparison, readCase } from '../queries/comparison.server.ts'
import { lockComparison } from './lock.server.ts'

/** Shows a draft to the customer. Its case must be complete: who opens it sees figures. */
export async function shareComparison(actor: Actor, comparisonId: string): Promise<void> {
  await transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.share(actor, comparison))
    const { status, revision } = await lockComparison(tx, comparison.id)
    requireTransition(comparisonTransitions, status, 'shared')
    const problems = validateCase(caseOf(await readCase(tx, comparison.id)))
    if (problems.length > 0) throw new Conflict('comparisons:error.notComplete', { count: problems.length })
    const at = now()
    await tx.comparison.updateMany({
      where: { id: comparison.id, status },
      data: { status: 'shared', sharedAt: at, updatedAt: at },
    })
    await record(tx, actor, comparisonEvents.shared(comparison, { ...namedComparison(comparison), revision }))
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { requireProven } from '../claims/queries/claims.server.ts'
import { comparisonTransitions } from '../comparison.ts'
import { comparisonEvents } from '../events.ts'
import { comparisonPolicy } from '../policy.ts'
import { getComparison, namedComparison } from '../queries/comparison.server.ts'
import { addPromised } from '../savings/write.server.ts'
import { requireFigures } from './approval.server.ts'
import { lockComparison } from './lock.server.ts'

/** Shows what was approved to the customer. Its case must be complete: who opens it sees figures. */
export async function shareComparison(actor: Actor, comparisonId: string): Promise<void> {
  await transact(async (tx) => {
    const comparison = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.share(actor, comparison))
    const { status, revision } = await lockComparison(tx, comparison.id)
    requireTransition(comparisonTransitions, status, 'shared')
    const { result } = await requireFigures(tx, comparison.id)
    await requireProven(tx, comparison.id)
    const at = now()
    await tx.comparison.updateMany({
      where: { id: comparison.id, status },
      data: { status: 'shared', sharedAt: at, updatedAt: at },
    })
    await addPromised(tx, actor, comparison, { kind: 'proposed', result, revision })
    await record(tx, actor, comparisonEvents.shared(comparison, { ...namedComparison(comparison), revision }))
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { lockChangeable } from '../../commands/lock.server.ts'
import { preparedBy } from '../../commands/prepared.ts'
import { isInside } from '../../comparison.ts'
import { comparisonPolicy } from '../../policy.ts'
import { getComparison, type KnownComparison } from '../../queries/comparison.server.ts'

/** Any change before it is shared takes the approval away, as one of the figures does. */
export async function changeClaims(
  actor: Actor,
  comparisonId: string,
  work: (tx: Tx, comparison: KnownComparison) => Promise<Parameters<typeof record>[2]>,
): Promise<void> {
  await transact(async (tx) => {
    const seen = await getComparison(actor, comparisonId, tx)
    authorize(comparisonPolicy.changeStructure(actor, seen))
    const { status, revision } = await lockChangeable(tx, seen.id)
    const event = await work(tx, { ...seen, status, revision })
    await tx.comparison.updateMany({
      where: { id: seen.id },
      data: { ...preparedBy(actor, status), updatedAt: now() },
    })
    await record(tx, actor, event)
  })
}

/** While it is prepared it is the supplier's own. */
export const sideOf = ({ status }: KnownComparison) => (isInside(status) ? 'supplier' : null)

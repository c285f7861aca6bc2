import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { KnownComparison } from '../../queries/comparison.server.ts'
import { addLines, reversalsOf, standingLines } from '../../savings/write.server.ts'
import type { Entered } from '../queries/months.server.ts'
import type { Plan } from '../queries/plan.server.ts'

interface Settled {
  comparison: KnownComparison
  plan: Plan
  /** 2027-03 */
  month: string
  entered: Entered
}

/** Writes what both sides signed of a month into the ledger, by quantity; what an earlier revision brought is reversed. */
export async function settleMonth(
  tx: Tx,
  actor: Actor,
  { comparison, plan, month, entered }: Settled,
): Promise<void> {
  const { number, revision, result } = entered
  const before = await standingLines(tx, comparison.id, { kind: 'verified', period: number })
  const lines = result.quantities.map(({ quantityId, amount }) => {
    const quantity = plan.quantities.find(({ id }) => id === quantityId)
    return {
      ...{ kind: 'verified' as const, key: `verified:${number}:${revision}:${quantityId}`, amount, revision },
      ...{ period: number, year: Number(month.slice(0, 4)), category: quantity?.category ?? null },
      ...{ productId: plan.productId, siteId: quantity?.siteId ?? null },
    }
  })
  await addLines(tx, actor, comparison, [...reversalsOf(before), ...lines])
}

import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { lockComparison } from '../../commands/lock.server.ts'
import { getComparison } from '../../queries/comparison.server.ts'
import { getPlan } from '../queries/plan.server.ts'

/** The comparison for this transaction: what is measured of it changes one after the other. @throws NotFound */
export async function lockMeasured(tx: Tx, actor: Actor, comparisonId: string) {
  const seen = await getComparison(actor, comparisonId, tx)
  const { status } = await lockComparison(tx, seen.id)
  return { ...seen, status }
}

/** The same with its plan, while it is measured. @throws NotFound, Conflict */
export async function lockMeasuring(tx: Tx, actor: Actor, comparisonId: string) {
  const comparison = await lockMeasured(tx, actor, comparisonId)
  const plan = await getPlan(tx, comparison.id)
  if (comparison.status !== 'trial' || !plan.agreedAt || plan.finishedAt)
    throw new Conflict('verification:error.notMeasuring')
  return { comparison, plan }
}

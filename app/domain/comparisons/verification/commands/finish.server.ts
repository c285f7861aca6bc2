import type { Actor } from '#app/domain/access/actor.ts'
import { requireTransition } from '#app/domain/access/transition.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { comparisonTransitions } from '../../comparison.ts'
import { total } from '../../engine/verification/forecast.ts'
import { type KnownComparison, namedComparison } from '../../queries/comparison.server.ts'
import { addLostByMeasuring, mainCategory } from '../../savings/lost.server.ts'
import { verificationEvents } from '../events.ts'
import type { Month } from '../queries/months.server.ts'
import { forecastOf, getAgreedResult, type Plan } from '../queries/plan.server.ts'

interface Measured {
  comparison: KnownComparison
  plan: Plan
  months: Month[]
}

/** Ends the measuring: the comparison is verified, and the ledger learns what was not reached. */
export async function finishMeasuring(
  tx: Tx,
  actor: Actor,
  { comparison, plan, months }: Measured,
): Promise<void> {
  requireTransition(comparisonTransitions, comparison.status, 'verified')
  const { result } = await getAgreedResult(tx, comparison.id)
  const promised = forecastOf(plan, result)
  const counted = months.flatMap(({ number, verified: entered }) =>
    entered ? [{ number, saving: entered.saving }] : [],
  )
  const forecast = total(counted.map(({ number }) => promised[number - 1] ?? '0'))
  const verified = total(counted.map(({ saving }) => saving))
  const category = await mainCategory(tx, comparison.id)
  await tx.verificationPlan.updateMany({
    where: { id: plan.id },
    data: { finishedAt: now(), forecast, verified, category },
  })
  await tx.comparison.updateMany({
    where: { id: comparison.id },
    data: { status: 'verified', updatedAt: now() },
  })
  await addLostByMeasuring(tx, actor, comparison, forecast)
  const money = (amount: string) => `${amount} ${comparison.currency}`
  const payload = {
    ...namedComparison(comparison),
    saving: money(verified),
    forecast: money(forecast),
    months: counted.length,
  }
  await record(tx, actor, verificationEvents.verified(comparison, payload))
}

import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { CaseResult } from '../../engine/result.ts'
import { monthlyForecast } from '../../engine/verification/forecast.ts'
import { planHash } from '../hash.server.ts'

const plan = {
  id: true,
  comparisonId: true,
  accountId: true,
  optionId: true,
  productId: true,
  ipmvpOption: true,
  boundary: true,
  startsOn: true,
  periods: true,
  baselineVolume: true,
  revision: true,
  changedAt: true,
  agreedAt: true,
  finishedAt: true,
  forecast: true,
  verified: true,
  product: { select: { number: true, name: true } },
  changedBy: { select: { name: true, side: true } },
  quantities: { orderBy: { position: 'asc' }, include: { site: { select: { name: true } } } },
} satisfies Prisma.VerificationPlanSelect

type Row = Prisma.VerificationPlanGetPayload<{ select: typeof plan }>

/** Decimals become plain texts: they go to the browser and into the engine as they are. */
function planOf({ quantities, baselineVolume, forecast, verified, ...rest }: Row) {
  return {
    ...rest,
    baselineVolume: baselineVolume?.toFixed() ?? null,
    forecast: forecast?.toFixed() ?? null,
    verified: verified?.toFixed() ?? null,
    quantities: quantities.map(({ baseline, price, ...each }) => ({
      ...each,
      baseline: baseline.toFixed(),
      price: price.toFixed(),
    })),
  }
}
export type Plan = ReturnType<typeof planOf>

/** The plan of a comparison that was found in scope before. */
export async function findPlan(db: Database, comparisonId: string): Promise<Plan | null> {
  const row = await db.verificationPlan.findUnique({
    relationLoadStrategy: 'join',
    where: { comparisonId },
    select: plan,
  })
  return row && planOf(row)
}

/** Whether anything will be measured of a comparison that was found in scope before. */
export const isPlanned = async (comparisonId: string, db: Database = prisma): Promise<boolean> =>
  (await db.verificationPlan.count({ where: { comparisonId } })) > 0

/** @throws NotFound */
export async function getPlan(db: Database, comparisonId: string): Promise<Plan> {
  const found = await findPlan(db, comparisonId)
  if (!found) throw new NotFound()
  return found
}

/**
 * What both sides signed of a comparison, as it was frozen.
 * @throws NotFound
 */
export async function getAgreedResult(db: Database, comparisonId: string) {
  const agreement = await db.comparisonAgreement.findFirst({
    where: { comparisonId },
    orderBy: { revision: 'desc' },
    select: { hash: true, result: true, revision: true },
  })
  if (!agreement) throw new NotFound()
  return { ...agreement, result: agreement.result as unknown as CaseResult }
}

/** What the agreement says of the plan's alternative, month by month. */
export function forecastOf(plan: Pick<Plan, 'optionId' | 'periods'>, result: CaseResult): string[] {
  const alternative = result.alternatives.find(({ optionId }) => optionId === plan.optionId)
  return monthlyForecast(alternative?.savingByYear ?? [], plan.periods)
}

/** What the signatures under a plan are for. */
export function hashOfPlan(agreementHash: string, plan: Plan): string {
  const { optionId, productId, ipmvpOption, boundary, startsOn, periods, baselineVolume, revision } = plan
  return planHash(agreementHash, {
    ...{ optionId, productId, ipmvpOption, boundary, startsOn, periods, baselineVolume, revision },
    quantities: plan.quantities.map(({ id, name, unit, category, siteId, place, method, ...each }) => ({
      ...{ id, name, unit, category, siteId, place, method },
      measuredFrom: each.measuredFrom,
      baseline: each.baseline,
      followsVolume: each.followsVolume,
      price: each.price,
    })),
  })
}

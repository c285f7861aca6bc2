import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { type KnownComparison, namedComparison } from '../../queries/comparison.server.ts'
import { verificationEvents } from '../events.ts'
import type { PlanInput } from '../forms.ts'
import { isFrozen, verificationPolicy } from '../policy.ts'
import { findPlan, type Plan } from '../queries/plan.server.ts'
import { todayText } from '../queries/view.server.ts'
import { dayText } from '../verification.ts'
import { lockMeasured } from './known.server.ts'

/**
 * Writes how the saving of an agreed comparison is measured. A change is a new revision: signatures under the one before do
 * not count for it.
 * @throws NotFound, Forbidden, Conflict once the baseline is frozen or somebody else changed it, Invalid
 */
export async function savePlan(actor: Actor, comparisonId: string, input: PlanInput): Promise<void> {
  await transact(async (tx) => {
    const comparison = await lockMeasured(tx, actor, comparisonId)
    authorize(verificationPolicy.plan(actor, comparison))
    const plan = await findPlan(tx, comparison.id)
    await requireOpen(tx, comparison, plan)
    if ((plan?.revision ?? 0) !== input.revision)
      throw new Conflict('verification:error.planMoved', { revision: plan?.revision ?? 0 })
    await requirePlaces(tx, actor, comparison, input)
    const written = await writePlan(tx, actor, { comparison, plan, input })
    await writeQuantities(tx, { ...written, comparison }, input)
    const payload = { ...namedComparison(comparison), revision: written.revision }
    await record(tx, actor, verificationEvents.planSaved(comparison, payload))
  })
}

async function requireOpen(tx: Tx, comparison: KnownComparison, plan: Plan | null): Promise<void> {
  if (comparison.status !== 'agreed' && comparison.status !== 'trial')
    throw new Conflict('common:error.transition')
  const { trialFrom } = await tx.comparison.findUniqueOrThrow({
    where: { id: comparison.id },
    select: { trialFrom: true },
  })
  if (isFrozen(trialFrom && dayText(trialFrom), plan, todayText()))
    throw new Conflict('verification:error.frozen')
}

/** Every id that the form names is one of this account's. @throws Invalid */
async function requirePlaces(
  tx: Tx,
  actor: Actor,
  comparison: KnownComparison,
  input: PlanInput,
): Promise<void> {
  const { optionId, productId, quantities } = input
  const option = { id: optionId, comparisonId: comparison.id, isBaseline: false }
  if (!(await tx.comparisonOption.findFirst({ where: option, select: { id: true } })))
    throw new Invalid('optionId', 'common:error.choose')
  if (productId) {
    const family = { AND: [visibleFamilies(actor), { organizationId: comparison.organizationId }] }
    if (!(await tx.product.findFirst({ where: { id: productId, family }, select: { id: true } })))
      throw new Invalid('productId', 'common:error.choose')
  }
  const sites = await tx.site.findMany({ where: { accountId: comparison.accountId }, select: { id: true } })
  for (const [index, { siteId }] of quantities.entries())
    if (siteId && !sites.some(({ id }) => id === siteId))
      throw new Invalid(`quantities[${index}].siteId`, 'common:error.choose')
}

interface Written {
  comparison: KnownComparison
  plan: Plan | null
  input: PlanInput
}

async function writePlan(tx: Tx, actor: Actor, { comparison, plan, input }: Written) {
  const { optionId, productId = null, ipmvpOption, boundary, periods, baselineVolume = null } = input
  const data = {
    ...{ optionId, productId, ipmvpOption, boundary, periods, baselineVolume },
    startsOn: new Date(`${input.startsOn}-01`),
    ...{ changedById: actor.membershipId, changedAt: now() },
  }
  if (!plan) {
    const place = { comparisonId: comparison.id, accountId: comparison.accountId }
    const { id } = await tx.verificationPlan.create({ data: { ...place, ...data }, select: { id: true } })
    return { planId: id, revision: 1 }
  }
  const revision = plan.revision + 1
  await tx.verificationPlan.updateMany({
    where: { id: plan.id, revision: plan.revision },
    data: { ...data, revision },
  })
  return { planId: plan.id, revision }
}

async function writeQuantities(
  tx: Tx,
  { planId, comparison }: { planId: string; comparison: KnownComparison },
  { quantities }: PlanInput,
): Promise<void> {
  await tx.verificationQuantity.deleteMany({ where: { planId } })
  await tx.verificationQuantity.createMany({
    data: quantities.map((each, position) => ({
      ...{ id: uuidv7(), planId, comparisonId: comparison.id, accountId: comparison.accountId, position },
      ...{ name: each.name, unit: each.unit, category: each.category ?? 'process' },
      ...{ siteId: each.siteId ?? null, place: each.place, method: each.method },
      measuredFrom: new Date(each.measuredFrom ?? ''),
      baseline: each.baseline ?? '0',
      followsVolume: each.followsVolume === 'on',
      price: each.price ?? '0',
    })),
  })
}

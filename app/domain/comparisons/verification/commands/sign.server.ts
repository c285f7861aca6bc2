import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { type KnownComparison, namedComparison } from '../../queries/comparison.server.ts'
import { restate } from '../../savings/write.server.ts'
import { verificationEvents } from '../events.ts'
import type { SignMatterInput } from '../forms.ts'
import { verificationPolicy } from '../policy.ts'
import { listEntered, listSignatures, monthsOf } from '../queries/months.server.ts'
import { getAgreedResult, getPlan, hashOfPlan, type Plan } from '../queries/plan.server.ts'
import { finishOf, todayText } from '../queries/view.server.ts'
import type { Matter } from '../verification.ts'
import { finishMeasuring } from './finish.server.ts'
import { lockMeasured, lockMeasuring } from './known.server.ts'
import { settleMonth } from './settle-month.server.ts'

/**
 * Signs for the actor's side what was on the page, named by its hash: the plan, a month, or that enough was measured. When the
 * other side has signed the same, it counts, in the same transaction.
 * @returns whether both sides have signed it now
 * @throws NotFound, Forbidden, Conflict
 */
export async function signMatter(
  actor: Actor,
  comparisonId: string,
  input: SignMatterInput,
): Promise<boolean> {
  if (input.matter === 'plan')
    return transact((tx) => signPlan(tx, actor, { comparisonId, hash: input.hash }))
  return transact(async (tx) => {
    const { comparison, plan } = await lockMeasuring(tx, actor, comparisonId)
    authorize(verificationPolicy.sign(actor, comparison))
    const known = { comparison, plan, planHash: '' }
    known.planHash = hashOfPlan((await getAgreedResult(tx, comparison.id)).hash, plan)
    return input.matter === 'period'
      ? signMonth(tx, actor, known, input)
      : signFinish(tx, actor, known, input)
  })
}

async function signPlan(
  tx: Tx,
  actor: Actor,
  { comparisonId, hash }: { comparisonId: string; hash: string },
) {
  const comparison = await lockMeasured(tx, actor, comparisonId)
  const plan = await getPlan(tx, comparison.id)
  authorize(verificationPolicy.sign(actor, comparison))
  if (comparison.status !== 'agreed' && comparison.status !== 'trial')
    throw new Conflict('common:error.transition')
  if (plan.agreedAt) throw new Conflict('verification:error.signedAlready')
  const agreement = await getAgreedResult(tx, comparison.id)
  if (hashOfPlan(agreement.hash, plan) !== hash)
    throw new Conflict('verification:error.planMoved', { revision: plan.revision })
  const isBoth = await give(tx, actor, plan, {
    matter: 'plan',
    subjectId: plan.id,
    revision: plan.revision,
    hash,
  })
  const payload = { ...namedComparison(comparison), revision: plan.revision, side: actor.side, hash }
  if (!isBoth) {
    await record(tx, actor, verificationEvents.planSigned(comparison, payload))
    return false
  }
  await tx.verificationPlan.updateMany({ where: { id: plan.id }, data: { agreedAt: now() } })
  const sites = new Set(plan.quantities.map(({ siteId }) => siteId))
  const siteId = sites.size === 1 ? (plan.quantities[0]?.siteId ?? null) : null
  const placed = { productId: plan.productId, siteId }
  await restate(tx, actor, comparison, { result: agreement.result, optionId: plan.optionId, placed })
  await record(tx, actor, verificationEvents.planAgreed(comparison, payload))
  return true
}

interface Known {
  comparison: KnownComparison
  plan: Plan
  planHash: string
}

async function signMonth(
  tx: Tx,
  actor: Actor,
  { comparison, plan }: Known,
  { number, hash }: SignMatterInput,
) {
  const months = await readMonths(tx, plan)
  const month = months.list.find((each) => each.number === number)
  const latest = month?.revisions[0]
  if (!month || !latest) throw new NotFound()
  if (latest.hash !== hash) throw new Conflict('verification:error.monthMoved', { revision: latest.revision })
  const { id, revision } = latest
  const isBoth = await give(tx, actor, plan, { matter: 'period', subjectId: id, revision, hash })
  const payload = { ...namedComparison(comparison), month: month.month, revision, side: actor.side, hash }
  if (!isBoth) {
    await record(tx, actor, verificationEvents.actualsSigned(comparison, payload))
    return false
  }
  await settleMonth(tx, actor, { comparison, plan, month: month.month, entered: latest })
  const saving = `${latest.saving} ${comparison.currency}`
  await record(tx, actor, verificationEvents.savingVerified(comparison, { ...payload, saving }))
  // The last of the planned months ends the measuring.
  const all = await readMonths(tx, plan)
  if (all.list.every(({ state }) => state === 'signed'))
    await finishMeasuring(tx, actor, { comparison, plan, months: all.list })
  return true
}

async function signFinish(
  tx: Tx,
  actor: Actor,
  { comparison, plan, planHash }: Known,
  { hash }: SignMatterInput,
) {
  const { list, signatures } = await readMonths(tx, plan)
  const finish = finishOf(planHash, list, signatures)
  if (finish?.hash !== hash) throw new Conflict('verification:error.moreMeasured')
  const given = {
    matter: 'finish' as const,
    subjectId: plan.id,
    revision: await nextFinish(tx, plan, hash),
    hash,
  }
  const isBoth = await give(tx, actor, plan, given)
  if (isBoth) {
    await finishMeasuring(tx, actor, { comparison, plan, months: list })
    return true
  }
  const payload = { ...namedComparison(comparison), side: actor.side, hash }
  await record(tx, actor, verificationEvents.finishSigned(comparison, payload))
  return false
}

/** What was measured may change between two signatures under the end: each state that was signed has a number of its own. */
async function nextFinish(tx: Tx, plan: Plan, hash: string): Promise<number> {
  const signed = await tx.verificationSignature.findMany({
    where: { planId: plan.id, matter: 'finish' },
    select: { hash: true, revision: true },
  })
  return (
    signed.find((each) => each.hash === hash)?.revision ??
    Math.max(0, ...signed.map((each) => each.revision)) + 1
  )
}

async function readMonths(tx: Tx, plan: Plan) {
  const entered = await listEntered(tx, plan.id)
  const signatures = await listSignatures(tx, plan.id)
  return { signatures, list: monthsOf(plan, { entered, signatures, today: todayText() }) }
}

interface Given {
  matter: Matter
  subjectId: string
  revision: number
  hash: string
}

/** Writes the signature. Returns whether the other side's under the very same is there as well. @throws Conflict where the own one is */
async function give(tx: Tx, actor: Actor, plan: Plan, given: Given): Promise<boolean> {
  const { hash, ...subject } = given
  const there = await tx.verificationSignature.findMany({
    where: subject,
    select: { side: true, hash: true },
  })
  if (there.some(({ side }) => side === actor.side)) throw new Conflict('verification:error.signedAlready')
  const place = { planId: plan.id, comparisonId: plan.comparisonId, accountId: plan.accountId }
  await tx.verificationSignature.createMany({
    data: { ...place, ...subject, hash, side: actor.side, signedById: actor.membershipId, signedAt: now() },
  })
  return there.some((each) => each.hash === hash)
}

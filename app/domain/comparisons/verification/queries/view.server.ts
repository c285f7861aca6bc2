import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { isAgreed } from '../../comparison.ts'
import { getComparison, type KnownComparison, namedComparison } from '../../queries/comparison.server.ts'
import { finishHash } from '../hash.server.ts'
import { verificationAbilities } from '../policy.ts'
import { dayText } from '../verification.ts'
import { isWaiting, listEntered, listSignatures, type Month, monthsOf, verifiedOf } from './months.server.ts'
import { findPlan, forecastOf, getAgreedResult, hashOfPlan, type Plan } from './plan.server.ts'

export const todayText = (): string => dayText(now())

const organization = { select: { name: true } }

/** What the pages of the measuring need of a comparison beside what commands know. */
async function pageFacts(db: Database, comparison: KnownComparison) {
  return db.comparison.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: comparison.id },
    select: {
      trialFrom: true,
      options: {
        where: { isBaseline: false },
        orderBy: { position: 'asc' },
        select: { id: true, name: true },
      },
      account: { select: { supplier: organization, customer: organization } },
    },
  })
}

/**
 * How an agreed comparison is measured: the plan, its months, the signatures, and what was agreed for each month.
 * @throws NotFound also before it is agreed
 */
export async function verificationView(actor: Actor, comparisonId: string, db: Database = prisma) {
  const comparison = await getComparison(actor, comparisonId, db)
  if (!isAgreed(comparison.status)) throw new NotFound()
  const [facts, plan, agreement] = await Promise.all([
    pageFacts(db, comparison),
    findPlan(db, comparison.id),
    getAgreedResult(db, comparison.id),
  ])
  const today = todayText()
  const measured = plan && (await measuredOf(db, plan, { today, agreementHash: agreement.hash }))
  const trialFrom = facts.trialFrom && dayText(facts.trialFrom)
  const known = { ...comparison, trialFrom }
  return {
    comparison: {
      id: comparison.id,
      ...namedComparison(comparison),
      ...{ status: comparison.status, trialFrom },
    },
    currency: comparison.currency,
    options: facts.options,
    sides: { supplier: facts.account.supplier.name, customer: facts.account.customer.name },
    side: actor.side,
    plan,
    ...(measured ?? { months: [], planHash: '', planSignatures: [], finish: null }),
    forecast: plan ? forecastOf(plan, agreement.result) : [],
    abilities: verificationAbilities(actor, known, plan, today),
    today,
  }
}
export type VerificationView = Awaited<ReturnType<typeof verificationView>>

async function measuredOf(db: Database, plan: Plan, of: { today: string; agreementHash: string }) {
  const [entered, signatures] = await Promise.all([listEntered(db, plan.id), listSignatures(db, plan.id)])
  const planHash = hashOfPlan(of.agreementHash, plan)
  const months = monthsOf(plan, { entered, signatures, today: of.today })
  return {
    months,
    planHash,
    planSignatures: signatures.filter(
      ({ matter, revision }) => matter === 'plan' && revision === plan.revision,
    ),
    finish: finishOf(planHash, months, signatures),
  }
}

/** The end that could be signed now: what was measured so far is enough. Null while something waits, or nothing is there. */
export function finishOf(
  planHash: string,
  months: Month[],
  signatures: Awaited<ReturnType<typeof listSignatures>>,
) {
  const verified = verifiedOf(months)
  if (verified.length === 0 || isWaiting(months)) return null
  const hash = finishHash(
    planHash,
    verified.map((each) => each.hash),
  )
  return {
    hash,
    count: verified.length,
    signatures: signatures.filter((each) => each.matter === 'finish' && each.hash === hash),
  }
}

/** The months as the pages show them: what is heavy of them stays on the server. */
export const listedMonths = (months: Month[]) =>
  months.map(({ number, month, state, revisions, signatures, verified }) => ({
    number,
    month,
    state,
    revision: revisions[0]?.revision ?? 0,
    saving: (verified ?? revisions[0])?.saving ?? null,
    verified: verified?.saving ?? null,
    signedSides: signatures.map(({ side }) => side),
    files: revisions.reduce((count, { files }) => count + files.length, 0),
  }))

/** The plan as its pages show it: days as text. */
export const shownPlan = ({ startsOn, quantities, ...plan }: Plan) => ({
  ...plan,
  startsOn: dayText(startsOn),
  quantities: quantities.map((each) => ({ ...each, measuredFrom: dayText(each.measuredFrom) })),
})

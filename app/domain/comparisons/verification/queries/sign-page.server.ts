import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { total } from '../../engine/verification/forecast.ts'
import { getComparison } from '../../queries/comparison.server.ts'
import { verificationPolicy } from '../policy.ts'
import type { Matter } from '../verification.ts'
import { verifiedOf } from './months.server.ts'
import { shownPlan, type VerificationView, verificationView } from './view.server.ts'

/** What there is to sign of what the address names; null when there is nothing, or the own side has signed it. @throws NotFound, Forbidden */
export async function signPage(
  actor: Actor,
  comparisonId: string,
  { matter, number }: { matter: Matter; number: number },
) {
  authorize(verificationPolicy.sign(actor, await getComparison(actor, comparisonId)))
  const view = await verificationView(actor, comparisonId)
  const found = subjectOf(view, { matter, number })
  const isSigned = found?.signatures.some(({ side }) => side === actor.side)
  const { comparison, currency, sides, side, plan, months, options } = view
  const entered = months.find((each) => each.number === number)?.revisions[0]
  return {
    ...{ comparison, currency, sides, side, matter, number },
    subject: found && !isSigned ? found : null,
    // What is signed stands on the page.
    plan: plan && matter === 'plan' ? shownPlan(plan) : null,
    alternative: options.find(({ id }) => id === plan?.optionId)?.name ?? '',
    entered: entered && matter === 'period' ? { result: entered.result, readings: entered.readings } : null,
    quantities: plan?.quantities.map(({ id, name, unit }) => ({ id, name, unit })) ?? [],
  }
}

function subjectOf(view: VerificationView, { matter, number }: { matter: Matter; number: number }) {
  const { plan, abilities, months, forecast, finish } = view
  if (!plan) return null
  if (matter === 'plan') {
    if (!abilities.signPlan) return null
    const amounts = { forecast: total(forecast), saving: null, month: null, count: plan.periods }
    return { hash: view.planHash, revision: plan.revision, signatures: view.planSignatures, ...amounts }
  }
  if (!abilities.sign) return null
  if (matter === 'period') {
    const month = months.find((each) => each.number === number)
    const latest = month?.revisions[0]
    if (!month || !latest) return null
    const amounts = {
      forecast: forecast[number - 1] ?? '0',
      saving: latest.saving,
      month: month.month,
      count: 1,
    }
    return { hash: latest.hash, revision: latest.revision, signatures: month.signatures, ...amounts }
  }
  if (!finish) return null
  const counted = months.filter(({ verified }) => verified)
  const amounts = {
    forecast: total(counted.map((each) => forecast[each.number - 1] ?? '0')),
    saving: total(verifiedOf(months).map(({ saving }) => saving)),
    ...{ month: null, count: finish.count },
  }
  return { hash: finish.hash, revision: finish.count, signatures: finish.signatures, ...amounts }
}

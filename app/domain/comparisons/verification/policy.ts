import type { Actor } from '#app/domain/access/actor.ts'
import type { ComparisonStatus } from '../comparison.ts'
import { comparisonPolicy } from '../policy.ts'

type Known = Parameters<typeof comparisonPolicy.setValue>[1]

interface Measured {
  agreedAt: Date | null
  finishedAt: Date | null
}

/** Whoever works on comparisons plans and enters; whoever decides on them signs. */
export const verificationPolicy = {
  plan: comparisonPolicy.setValue,
  enter: comparisonPolicy.setValue,
  sign: comparisonPolicy.sign,
}

const isGoing = (status: ComparisonStatus) => status === 'agreed' || status === 'trial'

/** A baseline is frozen before the change: once the plan was signed by both, or the trial has begun. Days as text. */
export function isFrozen(trialFrom: string | null, plan: Measured | null, today: string): boolean {
  return Boolean(plan?.agreedAt) || (trialFrom !== null && trialFrom <= today)
}

/** What the page offers: policy and state together. */
export function verificationAbilities(
  actor: Actor,
  known: Known & { trialFrom: string | null },
  plan: Measured | null,
  today: string,
) {
  const { status, trialFrom } = known
  const isMeasuring = status === 'trial' && plan?.agreedAt != null && plan.finishedAt === null
  return {
    plan: verificationPolicy.plan(actor, known) && isGoing(status) && !isFrozen(trialFrom, plan, today),
    signPlan: verificationPolicy.sign(actor, known) && isGoing(status) && plan?.agreedAt === null,
    enter: verificationPolicy.enter(actor, known) && isMeasuring,
    sign: verificationPolicy.sign(actor, known) && isMeasuring,
    beginTrial: comparisonPolicy.beginTrial(actor, known) && status === 'agreed' && plan?.agreedAt != null,
  }
}
export type VerificationAbilities = ReturnType<typeof verificationAbilities>

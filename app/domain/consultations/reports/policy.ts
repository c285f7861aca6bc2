import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer } from '#app/domain/access/policy.ts'
import { type Breakdown, breakdowns } from './report.ts'

export const reportPolicy = {
  /**
   * By member: a customer's people see their own askers. At the supplier it is figures of colleagues by name, for those who
   * answer for them: account management and the administrators.
   */
  breakDown: (actor: Actor, by: Breakdown) =>
    by !== 'member' || isCustomer(actor) || actor.isAdministrator || hasFunction(actor, 'account_management'),
}

/** What the page offers. */
export const breakdownsFor = (actor: Actor) => breakdowns.filter((by) => reportPolicy.breakDown(actor, by))

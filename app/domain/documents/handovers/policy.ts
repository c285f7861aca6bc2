import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'

const answersForAccounts = (actor: Actor) =>
  isSupplier(actor) && (actor.isAdministrator || hasFunction(actor, 'account_management'))

export const handoverPolicy = {
  /** What was agreed is written down by those who answer for the account. */
  require: (actor: Actor, account: { closedAt: Date | null }) =>
    answersForAccounts(actor) && !account.closedAt,
  /** A customer's member takes what it may see; of the supplier those who know the account's documents. */
  take: (actor: Actor) =>
    !isSupplier(actor) ||
    actor.isAdministrator ||
    hasFunction(actor, 'engineering', 'quality', 'account_management'),
}

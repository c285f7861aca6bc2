import type { Actor } from '#app/domain/access/actor.ts'
import { isSupplier } from '#app/domain/access/policy.ts'
import { type consultationPolicy, speaksForCustomer } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1] & { accountId: string }

const isOpen = ({ account }: Known): boolean => account.closedAt === null

export const linkingPolicy = {
  /** Whoever reads both says that they have to do with each other; across accounts the supplier alone. */
  relate: (actor: Actor, one: Known, other: Known) =>
    isOpen(one) && isOpen(other) && (isSupplier(actor) || one.accountId === other.accountId),
  /** The supplier's members; of the customer whoever speaks for both. */
  merge: (actor: Actor, merged: Known, survivor: Known) =>
    isOpen(merged) &&
    (isSupplier(actor) || (speaksForCustomer(actor, merged) && speaksForCustomer(actor, survivor))),
}

import type { Actor } from '#app/domain/access/actor.ts'
import { isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import { entersAccount } from '../participants/standing.ts'
import { type consultationPolicy, speaksForCustomer } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1] & { accountId: string }

const isOpen = ({ account }: Known): boolean => account.closedAt === null

/** Being named in one of them is not enough: it says something of the account. */
const worksOnBoth = (actor: Actor, one: Known, other: Known): boolean =>
  isSupplier(actor) && entersAccount(actor, one) && entersAccount(actor, other)

export const linkingPolicy = {
  /** Whoever reads both says that they have to do with each other; across accounts the supplier alone. */
  relate: (actor: Actor, one: Known, other: Known) =>
    isOpen(one) &&
    isOpen(other) &&
    (isCustomer(actor) ? one.accountId === other.accountId : worksOnBoth(actor, one, other)),
  /** The supplier's members; of the customer whoever speaks for both. */
  merge: (actor: Actor, merged: Known, survivor: Known) =>
    isOpen(merged) &&
    (worksOnBoth(actor, merged, survivor) ||
      (speaksForCustomer(actor, merged) && speaksForCustomer(actor, survivor))),
}

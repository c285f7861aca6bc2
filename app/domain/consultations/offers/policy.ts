import type { Actor } from '#app/domain/access/actor.ts'
import { isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import { entersAccount } from '../participants/standing.ts'
import { consultationPolicy } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1]

export const offerPolicy = {
  /** Being named in the consultation is not enough: it says that the account asked what others ask. */
  offer: (actor: Actor, known: Known) =>
    isSupplier(actor) && entersAccount(actor, known) && consultationPolicy.post(actor, known, 'shared'),
  /** Whoever of the customer may write there. */
  decide: (actor: Actor, known: Known) =>
    isCustomer(actor) && consultationPolicy.post(actor, known, 'shared'),
}

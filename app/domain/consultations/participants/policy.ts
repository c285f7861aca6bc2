import type { Actor } from '#app/domain/access/actor.ts'
import { isCustomer } from '#app/domain/access/policy.ts'
import { type consultationPolicy, speaksForCustomer } from '../policy.ts'
import { entersAccount } from './standing.ts'

type Known = Parameters<typeof consultationPolicy.post>[1]

/** Whoever works on the account for the supplier; of the customer whoever may accept and close. */
const speaks = (actor: Actor, known: Known): boolean =>
  isCustomer(actor) ? speaksForCustomer(actor, known) : entersAccount(actor, known)

/** Each side decides about its own people alone; the command looks for them there. */
export const participantPolicy = {
  name: (actor: Actor, known: Known) =>
    known.account.closedAt === null && known.status !== 'merged' && speaks(actor, known),
  /** Also what is closed or merged is left, by oneself in any case. */
  remove: (actor: Actor, known: Known, memberId: string) =>
    memberId === actor.membershipId || speaks(actor, known),
}

import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'
import { entersAccount } from '../participants/standing.ts'
import { consultationPolicy } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1]

interface Part {
  function: MemberFunction
  /** Null once that one does not read the consultation any more: the part is then its function's. */
  ownerId: string | null
  /** Null likewise, once the guest takes part no more. */
  guestId: string | null
}

export const partPolicy = {
  /** Parts are the supplier's own: for the customer there are none. */
  see: (actor: Actor) => isSupplier(actor),
  /** Whoever may answer splits, assembles and releases. */
  coordinate: (actor: Actor, known: Known) =>
    known.status !== 'merged' && consultationPolicy.answer(actor, known),
  /** The owner; of what nobody owns whoever has the function and works on the account. A guest's is the guest's alone. */
  contribute: (actor: Actor, known: Known, part: Part) =>
    consultationPolicy.post(actor, known, 'internal') &&
    part.guestId === null &&
    (part.ownerId
      ? part.ownerId === actor.membershipId
      : hasFunction(actor, part.function) && entersAccount(actor, known)),
  /** A function is spoken for by those who have it and work on the account. */
  sign: (actor: Actor, known: Known, functions: readonly MemberFunction[]) =>
    isSupplier(actor) &&
    consultationPolicy.post(actor, known, 'internal') &&
    entersAccount(actor, known) &&
    functions.length > 0 &&
    functions.every((fn) => hasFunction(actor, fn)),
}

import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'

/** The supplier's administrators, and for the own function its members. */
export const templatePolicy = {
  see: (actor: Actor) => isSupplier(actor),
  write: (actor: Actor, of: MemberFunction) =>
    isSupplier(actor) && (actor.isAdministrator || hasFunction(actor, of)),
}

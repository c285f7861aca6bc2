import type { Actor } from '#app/domain/access/actor.ts'
import { isSupplier } from '#app/domain/access/policy.ts'

export const routingPolicy = {
  /** Everybody of the supplier sees who takes what, and who is away. */
  see: (actor: Actor) => isSupplier(actor),
  changeRules: (actor: Actor) => isSupplier(actor) && actor.isAdministrator,
  /** Of the own absence everybody tells; an administrator of everybody's. */
  tellAbsence: (actor: Actor, membershipId: string) =>
    isSupplier(actor) && (actor.isAdministrator || actor.membershipId === membershipId),
}

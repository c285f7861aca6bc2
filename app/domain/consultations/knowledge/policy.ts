import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'

export const knowledgePolicy = {
  /** Those at the supplier who write notes, and the administrators. */
  see: (actor: Actor) =>
    isSupplier(actor) && (actor.isAdministrator || hasFunction(actor, 'engineering', 'quality')),
}

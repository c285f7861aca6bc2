import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'
import { writingFunctions } from '../document.ts'

interface KnownReview {
  ownerId: string
  organizationId: string
}

export const reviewPolicy = {
  /** Its owner, and for the supplier the colleagues who may release: an owner is away now and then. */
  decide: (actor: Actor, review: KnownReview) =>
    review.ownerId === actor.membershipId ||
    (isSupplier(actor) &&
      review.organizationId === actor.organizationId &&
      hasFunction(actor, ...writingFunctions)),
}

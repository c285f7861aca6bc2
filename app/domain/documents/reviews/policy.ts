import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'
import { isAsked, isAskedAtAll, isAuthor, type KnownAuthors, type KnownVersion } from '../authorship.ts'
import { writingFunctions } from '../document.ts'

interface Known {
  organizationId: string
}

const isOwn = (actor: Actor, document: Known) =>
  isSupplier(actor) && document.organizationId === actor.organizationId

const isSecondPerson = (actor: Actor, version: KnownAuthors) => !isAuthor(actor.membershipId, version)

export const reviewPolicy = {
  /** Who reviews what is the business of administrators and of quality. */
  changeRules: (actor: Actor) =>
    isSupplier(actor) && (actor.isAdministrator || hasFunction(actor, 'quality')),
  /** The state of a review is for everybody of the supplier who sees the version. */
  see: isOwn,
  /** A reviewer who was asked; never the author, however the row came. */
  review: (actor: Actor, document: Known, version: KnownVersion) =>
    isOwn(actor, document) && isSecondPerson(actor, version) && isAsked(actor, version, 'reviewer'),
  /** Reviewers and approvers; without a rule any second person who writes. */
  check: (actor: Actor, document: Known, version: KnownVersion) =>
    isOwn(actor, document) &&
    isSecondPerson(actor, version) &&
    (isAskedAtAll(actor, version) || hasFunction(actor, ...writingFunctions)),
  /** The author may ask more colleagues; so may those who are asked already, and whoever writes. */
  addReviewers: (actor: Actor, document: Known, version: KnownVersion) =>
    isOwn(actor, document) &&
    (isAuthor(actor.membershipId, version) ||
      isAskedAtAll(actor, version) ||
      hasFunction(actor, ...writingFunctions)),
}

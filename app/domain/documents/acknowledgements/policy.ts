import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'

interface Known {
  organizationId: string
}
interface Asked {
  quorum: readonly { function: MemberFunction }[]
}

const ownDocument = (actor: Actor, document: Known) =>
  isSupplier(actor) && document.organizationId === actor.organizationId

/** The functions of a request that the actor can stand for. */
export const functionsToStandFor = (actor: Actor, { quorum }: Asked): MemberFunction[] =>
  isCustomer(actor)
    ? quorum.flatMap((line) => (actor.functions.includes(line.function) ? [line.function] : []))
    : []

const isAsked = (actor: Actor, request: Asked) => functionsToStandFor(actor, request).length > 0

export const acknowledgementPolicy = {
  /** Those who write, and those who answer for the account. */
  ask: (actor: Actor, document: Known) =>
    ownDocument(actor, document) && hasFunction(actor, 'engineering', 'quality', 'account_management'),
  acknowledge: (actor: Actor, request: Asked, fn: MemberFunction) =>
    functionsToStandFor(actor, request).includes(fn),
  /** The members of the quorum answer for their account. */
  respond: isAsked,
  requestMore: isAsked,
  implement: (actor: Actor, document: Known) =>
    ownDocument(actor, document) && hasFunction(actor, 'engineering', 'quality', 'account_management'),
  /** Answers what an account asked. */
  inform: (actor: Actor, document: Known) =>
    ownDocument(actor, document) && hasFunction(actor, 'engineering', 'quality', 'account_management'),
  seeAllEvidence: ownDocument,
}

export const termsPolicy = {
  change: (actor: Actor, account: { closedAt: Date | null }) =>
    isSupplier(actor) &&
    !account.closedAt &&
    (actor.isAdministrator || hasFunction(actor, 'account_management')),
}

import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import {
  askedFor,
  isAsked,
  isAskedAtAll,
  isAuthor,
  type KnownAuthors,
  type KnownVersion,
} from './authorship.ts'
import { type DocumentStatus, underWay, writingFunctions } from './document.ts'

interface Known {
  organizationId: string
}
const writes = (actor: Actor) => isSupplier(actor) && hasFunction(actor, ...writingFunctions)
const writesThere = (actor: Actor, document: Known) =>
  writes(actor) && document.organizationId === actor.organizationId
const isOwn = (actor: Actor, document: Known) =>
  isSupplier(actor) && document.organizationId === actor.organizationId

const isOwnText = (actor: Actor, version: KnownAuthors) => isAuthor(actor.membershipId, version)
const isFirstAuthor = (actor: Actor, version: KnownAuthors) => version.authorId === actor.membershipId

/** Those whom a rule names; without one any second person who writes there. Never one of its authors. */
function releases(actor: Actor, document: Known, version: KnownVersion): boolean {
  if (!isOwn(actor, document) || isOwnText(actor, version)) return false
  const approvers = askedFor(version, 'approver')
  return approvers.length > 0 ? approvers.includes(actor.membershipId) : writes(actor)
}

export const documentPolicy = {
  create: writes,
  /** A draft is its authors': somebody else releases it, and it has to be clear whose words those are. */
  edit: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) && isOwnText(actor, version),
  chooseAuthors: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) && isFirstAuthor(actor, version),
  /** Remarks are the supplier's side's, whatever the function. */
  comment: isOwn,
  translate: writesThere,
  submit: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) && isFirstAuthor(actor, version),
  /** The author takes it back, or a colleague asks for changes: one who writes, or who was asked. */
  return: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) || (isOwn(actor, document) && isAskedAtAll(actor, version)),
  release: releases,
  withdraw: writesThere,
  startVersion: writesThere,
  changeAudience: writesThere,
  seeEvidence: isOwn,
}

interface Page {
  document: Known & { versions: { status: DocumentStatus }[]; isReleased: boolean }
  version: KnownVersion
}

/** What the page of a version offers: policy and state together. */
export function documentAbilities(actor: Actor, { document, version }: Page) {
  const { status } = version
  const hasVersionUnderWay = document.versions.some((each) => underWay.includes(each.status))
  return {
    edit: status === 'draft' && documentPolicy.edit(actor, document, version),
    submit: status === 'draft' && documentPolicy.submit(actor, document, version),
    return: status === 'submitted' && documentPolicy.return(actor, document, version),
    /** Asked to review it: the page that waits is that of the review. */
    review: status === 'submitted' && !isOwnText(actor, version) && isAsked(actor, version, 'reviewer'),
    takeBack: status === 'submitted' && isOwnText(actor, version),
    release: status === 'submitted' && documentPolicy.release(actor, document, version),
    withdraw: !['superseded', 'withdrawn'].includes(status) && documentPolicy.withdraw(actor, document),
    startVersion: !hasVersionUnderWay && documentPolicy.startVersion(actor, document),
    changeAudience: document.isReleased && documentPolicy.changeAudience(actor, document),
    seeEvidence: documentPolicy.seeEvidence(actor, document),
    comment: documentPolicy.comment(actor, document),
    translate: documentPolicy.translate(actor, document),
    chooseAuthors: status === 'draft' && documentPolicy.chooseAuthors(actor, document, version),
    seePreparation: isSupplier(actor),
    ask: isCustomer(actor),
  }
}
export type DocumentAbilities = ReturnType<typeof documentAbilities>

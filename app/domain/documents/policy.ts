import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import { type DocumentStatus, underWay, writingFunctions } from './document.ts'

interface Known {
  organizationId: string
}
interface KnownVersion {
  version: number
  status: DocumentStatus
  authorId: string
}

const writes = (actor: Actor) => isSupplier(actor) && hasFunction(actor, ...writingFunctions)
const writesThere = (actor: Actor, document: Known) =>
  writes(actor) && document.organizationId === actor.organizationId
const isAuthor = (actor: Actor, version: KnownVersion) => version.authorId === actor.membershipId

export const documentPolicy = {
  create: writes,
  /** A draft is its author's: somebody else releases it, and it has to be clear whose words those are. */
  edit: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) && isAuthor(actor, version),
  submit: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) && isAuthor(actor, version),
  /** The author takes it back, or a colleague asks for changes. */
  return: writesThere,
  release: (actor: Actor, document: Known, version: KnownVersion) =>
    writesThere(actor, document) && !isAuthor(actor, version),
  withdraw: writesThere,
  startVersion: writesThere,
  changeAudience: writesThere,
  seeEvidence: (actor: Actor, document: Known) =>
    isSupplier(actor) && document.organizationId === actor.organizationId,
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
    return: status === 'submitted' && documentPolicy.return(actor, document),
    release: status === 'submitted' && documentPolicy.release(actor, document, version),
    withdraw: !['superseded', 'withdrawn'].includes(status) && documentPolicy.withdraw(actor, document),
    startVersion: !hasVersionUnderWay && documentPolicy.startVersion(actor, document),
    changeAudience: document.isReleased && documentPolicy.changeAudience(actor, document),
    seeEvidence: documentPolicy.seeEvidence(actor, document),
    seePreparation: isSupplier(actor),
    ask: isCustomer(actor),
  }
}
export type DocumentAbilities = ReturnType<typeof documentAbilities>

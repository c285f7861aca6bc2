import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import { type ComparisonStatus, isAgreed, isChangeable, isInside, isUndecided } from './comparison.ts'

interface Known {
  status: ComparisonStatus
  /** Set once the account is closed: it is then read, and not written any more. */
  account: { closedAt: Date | null }
}

/** Who had a hand in what is to be approved. */
export interface Prepared {
  ownerId: string
  changedById: string | null
  approvalAskedAt: Date | null
}

const isOpen = (known: Known): boolean => known.account.closedAt === null

/** Of the supplier whoever manages accounts or engineers. */
export const makesComparisons = (member: { side: Side; functions: MemberFunction[] }): boolean =>
  member.side === 'supplier' && preparing.some((each) => member.functions.includes(each))
const preparing = ['account_management', 'engineering'] as const

/** The customer's functions that a shared comparison is for; to the others it does not exist (see the scope). */
export const customerFunctions = ['purchasing', 'engineering'] as const

/** Whether a member is one of those whom sharing shows it to. */
export const readsAsCustomer = (member: { side: Side; functions: MemberFunction[] }): boolean =>
  member.side === 'customer' && customerFunctions.some((each) => member.functions.includes(each))

const worksOnIt = (actor: Actor, known: Known) =>
  isOpen(known) &&
  (makesComparisons(actor) || (isCustomer(actor) && hasFunction(actor, ...customerFunctions)))

const decides = (actor: Actor, known: Known) =>
  isOpen(known) && hasFunction(actor, isSupplier(actor) ? 'account_management' : 'purchasing')

/** A second member: neither the owner nor whoever changed it last. */
export const isSecond = (
  actor: Pick<Actor, 'membershipId'>,
  known: Omit<Prepared, 'approvalAskedAt'>,
): boolean => actor.membershipId !== known.ownerId && actor.membershipId !== known.changedById

export const comparisonPolicy = {
  create: makesComparisons,
  changeStructure: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  askApproval: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  approve: (actor: Actor, known: Known & Prepared) =>
    isOpen(known) && makesComparisons(actor) && isSecond(actor, known),
  share: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  copy: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  setValue: worksOnIt,
  sign: decides,
  reject: (actor: Actor, known: Known) => isCustomer(actor) && decides(actor, known),
  withdraw: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  beginTrial: worksOnIt,
  close: decides,
}

/** In which way the actor could end it as it stands: each state has one for each side. */
export function endingOf(actor: Actor, known: Known): 'reject' | 'withdraw' | 'close' | null {
  const { status } = known
  if (isUndecided(status) && comparisonPolicy.reject(actor, known)) return 'reject'
  if (isChangeable(status) && comparisonPolicy.withdraw(actor, known)) return 'withdraw'
  if (isAgreed(status) && status !== 'closed' && comparisonPolicy.close(actor, known)) return 'close'
  return null
}

/** What the page offers: policy and state together. */
export function comparisonAbilities(actor: Actor, known: Known & Prepared) {
  const { status } = known
  const isAsked = known.approvalAskedAt !== null
  return {
    changeStructure: comparisonPolicy.changeStructure(actor, known) && isChangeable(status),
    askApproval: comparisonPolicy.askApproval(actor, known) && status === 'draft' && !isAsked,
    approve: comparisonPolicy.approve(actor, known) && status === 'draft' && isAsked,
    share: comparisonPolicy.share(actor, known) && status === 'approved',
    copy: comparisonPolicy.copy(actor, known),
    setValue: comparisonPolicy.setValue(actor, known) && isChangeable(status),
    sign: comparisonPolicy.sign(actor, known) && isUndecided(status),
    beginTrial: comparisonPolicy.beginTrial(actor, known) && status === 'agreed',
    end: endingOf(actor, known),
    isInside: isInside(status),
    isUndecided: isUndecided(status),
    isAgreed: isAgreed(status),
  }
}
export type ComparisonAbilities = ReturnType<typeof comparisonAbilities>

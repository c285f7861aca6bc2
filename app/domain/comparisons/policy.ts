import type { Actor, MemberFunction, Side } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import type { ComparisonStatus } from './comparison.ts'

interface Known {
  status: ComparisonStatus
  /** Set once the account is closed: it is then read, and not written any more. */
  account: { closedAt: Date | null }
}

const isOpen = (known: Known): boolean => known.account.closedAt === null

const makesComparisons = (actor: Actor): boolean =>
  isSupplier(actor) && hasFunction(actor, 'account_management', 'engineering')

/** The customer's functions that a shared comparison is for; to the others it does not exist (see the scope). */
export const customerFunctions = ['purchasing', 'engineering'] as const

/** Whether a member is one of those whom sharing shows it to. */
export const readsAsCustomer = (member: { side: Side; functions: MemberFunction[] }): boolean =>
  member.side === 'customer' && customerFunctions.some((each) => member.functions.includes(each))

export const comparisonPolicy = {
  create: makesComparisons,
  changeStructure: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  share: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  copy: (actor: Actor, known: Known) => isOpen(known) && makesComparisons(actor),
  setValue: (actor: Actor, known: Known) =>
    isOpen(known) &&
    (makesComparisons(actor) || (isCustomer(actor) && hasFunction(actor, ...customerFunctions))),
  sign: (actor: Actor, known: Known) =>
    isOpen(known) && hasFunction(actor, isSupplier(actor) ? 'account_management' : 'purchasing'),
}

/** What the page offers: policy and state together. */
export function comparisonAbilities(actor: Actor, known: Known) {
  const { status } = known
  return {
    changeStructure: comparisonPolicy.changeStructure(actor, known) && status !== 'agreed',
    share: comparisonPolicy.share(actor, known) && status === 'draft',
    copy: comparisonPolicy.copy(actor, known),
    setValue: comparisonPolicy.setValue(actor, known) && status !== 'agreed',
    sign: comparisonPolicy.sign(actor, known) && status === 'shared',
  }
}
export type ComparisonAbilities = ReturnType<typeof comparisonAbilities>

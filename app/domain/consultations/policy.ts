import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import { type ConsultationStatus, lanesOf, type MessageLane } from './consultation.ts'

interface Known {
  status: ConsultationStatus
  function: MemberFunction
  askedById: string
  assigneeId: string | null
  /** Set once the account is closed: it is then read, and not written any more. */
  account: { closedAt: Date | null }
}

const isOpen = (known: Known): boolean => known.account.closedAt === null

/** The asker, or a colleague of the function that was asked. */
function speaksForCustomer(actor: Actor, known: Known): boolean {
  return isCustomer(actor) && (actor.membershipId === known.askedById || hasFunction(actor, known.function))
}

export const consultationPolicy = {
  ask: (actor: Actor) => isCustomer(actor),
  /** In the name of a member of the customer. */
  writeDown: (actor: Actor) => isSupplier(actor),
  post: (actor: Actor, known: Known, lane: MessageLane) =>
    isOpen(known) && lanesOf(actor.side).includes(lane),
  assign: (actor: Actor, known: Known) => isOpen(known) && isSupplier(actor),
  answer: (actor: Actor, known: Known) => isOpen(known) && isSupplier(actor),
  decide: (actor: Actor, known: Known) => isOpen(known) && isSupplier(actor),
  accept: (actor: Actor, known: Known) => isOpen(known) && speaksForCustomer(actor, known),
  rate: (actor: Actor, known: Known) => isOpen(known) && speaksForCustomer(actor, known),
  reopen: (actor: Actor, known: Known) => isOpen(known) && speaksForCustomer(actor, known),
}

/** What the page offers: policy and state together. */
export function consultationAbilities(actor: Actor, known: Known) {
  const { status } = known
  return {
    post: consultationPolicy.post(actor, known, 'shared'),
    assign: consultationPolicy.assign(actor, known) && status !== 'accepted' && status !== 'answered',
    takeOver:
      consultationPolicy.assign(actor, known) &&
      status !== 'accepted' &&
      status !== 'answered' &&
      known.assigneeId !== actor.membershipId,
    answer: consultationPolicy.answer(actor, known) && status !== 'accepted',
    decide: consultationPolicy.decide(actor, known) && status === 'answered',
    accept: consultationPolicy.accept(actor, known) && status === 'answered',
    rate: consultationPolicy.rate(actor, known) && status === 'accepted',
    reopen: consultationPolicy.reopen(actor, known) && (status === 'answered' || status === 'accepted'),
  }
}

import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { hasFunction, isCustomer, isSupplier } from '#app/domain/access/policy.ts'
import { type ConsultationStatus, lanesOf, type MessageLane } from './consultation.ts'
import { canMove } from './moves.ts'
import { entersAccount, isNamed, type Standing, stands } from './participants/standing.ts'

interface Known extends Standing {
  status: ConsultationStatus
  function: MemberFunction
  askedById: string
  assigneeId: string | null
  /** Set once the account is closed: it is then read, and not written any more. */
  account: Standing['account'] & { closedAt: Date | null }
  /** Who asked what was merged into it. */
  mergedHere?: { askedById: string }[]
}

const isOpen = (known: Known): boolean => known.account.closedAt === null

/** The asker, also of what was merged into it, a colleague of the function that was asked, or whom they let decide. */
export function speaksForCustomer(actor: Actor, known: Known): boolean {
  const askers = [known.askedById, ...(known.mergedHere ?? []).map(({ askedById }) => askedById)]
  const speaks = askers.includes(actor.membershipId) || hasFunction(actor, known.function)
  return isCustomer(actor) && (speaks || isNamed(known, 'decide'))
}

/** A member of the supplier who works on the account, or was let decide in this consultation. */
export function speaksForSupplier(actor: Actor, known: Known): boolean {
  return isSupplier(actor) && stands(actor, known, 'decide')
}

export const consultationPolicy = {
  ask: (actor: Actor) => isCustomer(actor),
  /** In the name of a member of the customer. */
  writeDown: (actor: Actor) => isSupplier(actor),
  post: (actor: Actor, known: Known, lane: MessageLane) =>
    isOpen(known) &&
    known.status !== 'merged' &&
    lanesOf(actor.side).includes(lane) &&
    stands(actor, known, 'write'),
  /** It stays with those who work on the account. */
  assign: (actor: Actor, known: Known) => isOpen(known) && isSupplier(actor) && entersAccount(actor, known),
  answer: (actor: Actor, known: Known) => isOpen(known) && speaksForSupplier(actor, known),
  decide: (actor: Actor, known: Known) => isOpen(known) && speaksForSupplier(actor, known),
  accept: (actor: Actor, known: Known) => isOpen(known) && speaksForCustomer(actor, known),
  rate: (actor: Actor, known: Known) => isOpen(known) && speaksForCustomer(actor, known),
  close: (actor: Actor, known: Known) =>
    isOpen(known) && (speaksForSupplier(actor, known) || speaksForCustomer(actor, known)),
  reopen: (actor: Actor, known: Known) => isOpen(known) && speaksForCustomer(actor, known),
}

/** The supplier gives up what the customer has the next word in; the customer what it asked. */
export const closableBySupplier: readonly ConsultationStatus[] = ['waiting_for_customer', 'answered']

/** What the page offers: policy and state together. */
export function consultationAbilities(actor: Actor, known: Known) {
  const { status, assigneeId } = known
  const may = (act: 'answer' | 'accept' | 'reopen' | 'assign' | 'close') =>
    consultationPolicy[act](actor, known) && canMove(status, act)
  return {
    post: consultationPolicy.post(actor, known, 'shared'),
    assign: may('assign'),
    takeOver: may('assign') && assigneeId !== actor.membershipId,
    answer: may('answer'),
    decide: consultationPolicy.decide(actor, known) && status === 'answered',
    accept: may('accept'),
    rate: consultationPolicy.rate(actor, known) && status === 'accepted',
    reopen: may('reopen'),
    close: may('close') && (isCustomer(actor) || closableBySupplier.includes(status)),
  }
}

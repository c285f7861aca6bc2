import type { Side } from '#app/domain/access/actor.ts'
import { Conflict } from '#app/platform/errors.ts'
import type { ConsultationStatus } from './consultation.ts'

/** What moves a consultation from state to state: each is a command. */
export type Move =
  | ('assign' | 'askBack' | 'supplierWrites' | 'customerWrites' | 'resume')
  | ('answer' | 'accept' | 'reopen' | 'close')

/**
 * The life of a consultation: for each state what may be done in it, and the state that follows. What is not here is
 * refused. It says what the log of the clocks says (clocks/engine/log.ts): `waiting_for_customer` lasts as long as its
 * pause, and an answer, accepted or not, stays when somebody writes below it.
 *
 * | in                   | assign   | ask back | supplier writes | customer writes | resume   | answer | accept | reopen | close |
 * |----------------------|----------|----------|-----------------|-----------------|----------|--------|--------|--------|-------|
 * | new                  | assigned | customer | –               | –               | –        | yes    |        |        | yes   |
 * | assigned             | –        | customer | –               | supplier        | –        | yes    |        |        | yes   |
 * | waiting for customer | –        | –        | –               | supplier        | assigned | yes    |        |        | yes   |
 * | waiting for supplier | –        | customer | assigned        | –               | –        | yes    |        |        | yes   |
 * | answered             |          | –        | –               | –               | –        | yes    | yes    | yes    | yes   |
 * | accepted             |          |          | –               | –               |          |        |        | yes    |       |
 * | closed               |          |          | –               | reopened        |          |        |        | yes    |       |
 * | reopened             | –        | customer | –               | –               | –        | yes    |        |        | yes   |
 * | merged               |          |          |                 |                 |          |        |        |        |       |
 *
 * (– leaves it as it is; an empty cell is refused. What is merged goes on elsewhere; undoing the merge brings its state back.)
 */
export const consultationMoves: Record<ConsultationStatus, Partial<Record<Move, ConsultationStatus>>> = {
  new: {
    ...{ assign: 'assigned', askBack: 'waiting_for_customer', answer: 'answered', close: 'closed' },
    ...{ supplierWrites: 'new', customerWrites: 'new', resume: 'new' },
  },
  assigned: {
    ...{ assign: 'assigned', askBack: 'waiting_for_customer', answer: 'answered', close: 'closed' },
    ...{ supplierWrites: 'assigned', customerWrites: 'waiting_for_supplier', resume: 'assigned' },
  },
  waiting_for_customer: {
    ...{
      assign: 'waiting_for_customer',
      askBack: 'waiting_for_customer',
      answer: 'answered',
      close: 'closed',
    },
    ...{ supplierWrites: 'waiting_for_customer', customerWrites: 'waiting_for_supplier', resume: 'assigned' },
  },
  waiting_for_supplier: {
    ...{
      assign: 'waiting_for_supplier',
      askBack: 'waiting_for_customer',
      answer: 'answered',
      close: 'closed',
    },
    ...{ supplierWrites: 'assigned', customerWrites: 'waiting_for_supplier', resume: 'waiting_for_supplier' },
  },
  answered: {
    ...{ askBack: 'answered', answer: 'answered', accept: 'accepted', reopen: 'reopened', close: 'closed' },
    ...{ supplierWrites: 'answered', customerWrites: 'answered', resume: 'answered' },
  },
  accepted: { reopen: 'reopened', supplierWrites: 'accepted', customerWrites: 'accepted' },
  // Nothing that a customer writes gets lost because the supplier gave up waiting for it.
  closed: { reopen: 'reopened', supplierWrites: 'closed', customerWrites: 'reopened' },
  reopened: {
    ...{ assign: 'reopened', askBack: 'waiting_for_customer', answer: 'answered', close: 'closed' },
    ...{ supplierWrites: 'reopened', customerWrites: 'reopened', resume: 'reopened' },
  },
  merged: {},
}

const isWriting = (move: Move): move is 'supplierWrites' | 'customerWrites' => move.endsWith('Writes')

/** Whether something may be done in a state. */
export function canMove(from: ConsultationStatus, move: Move): boolean {
  return consultationMoves[from][move] !== undefined
}

/**
 * The state that follows.
 * @throws Conflict with a sentence that says why not, and what would help.
 */
export function requireMove(from: ConsultationStatus, move: Move): ConsultationStatus {
  const next = consultationMoves[from][move]
  if (next) return next
  throw new Conflict(isWriting(move) ? 'common:error.transition' : `consultations:refused.${move}`)
}

/** Where a message of a side that both read moves a thread, apart from one that is closed: pairs of from and to. */
export function movesOfWriting(side: Side): [from: ConsultationStatus, to: ConsultationStatus][] {
  const move = side === 'supplier' ? 'supplierWrites' : 'customerWrites'
  const states = Object.keys(consultationMoves) as ConsultationStatus[]
  return states.flatMap((from) => {
    const to = consultationMoves[from][move]
    return to && to !== from && from !== 'closed'
      ? [[from, to] as [ConsultationStatus, ConsultationStatus]]
      : []
  })
}

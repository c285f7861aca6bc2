import type { Side } from '#app/domain/access/actor.ts'
import type { MessageLane } from '../consultation.ts'

export const quoteLimit = 2_000

/** What is about to be quoted. */
export interface Quote {
  id: string
  author: string
  side: Side
  lane: MessageLane
  text: string
}

/** Whether a message of a lane may be quoted in another: what both read anywhere, a note where the same people read it. */
export const fitsInto = (quoted: MessageLane, lane: MessageLane): boolean =>
  quoted === 'shared' || quoted === lane

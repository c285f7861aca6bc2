import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

/**
 * What becomes of a mail that was sent in somebody's name and did not become a message at once. Colleagues may read that
 * it happened, so its words are not among what is told. `number` is the consultation's, empty for a new question.
 */
const told = z.object({ number: z.string(), memberIds: z.array(z.uuid()), reason: z.string() })

export const receivedMailEvents = defineEvents('receivedMail', {
  held: { version: 1, payload: told },
  refused: { version: 1, payload: told },
  discarded: { version: 1, payload: told },
  /** A word of acceptance that accepted nothing, and is a message. */
  notAccepted: { version: 1, payload: told },
})

/** The address at which a supplier takes questions; an empty name when it takes none any more. */
export const questionAddressEvents = defineEvents('questionAddress', {
  set: { version: 1, payload: z.object({ name: z.string() }) },
})

export type ReceivedMailEventType =
  | keyof typeof receivedMailEvents.definitions
  | keyof typeof questionAddressEvents.definitions

import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { whoIsMentioned } from '../audience.server.ts'
import type { TalkEventType } from './events.ts'

/** The author, once for a message: the page counts the rest. */
const author: Audience = async ({ payload: { authorId, isFirst } }) =>
  isFirst === true && typeof authorId === 'string' ? [authorId] : []

export const talkAudience = {
  // Whoever reads the message sees that it was edited; a bell for each mended word would be too many.
  'consultation.messageEdited': whoIsMentioned,
  'consultation.reacted': author,
  'consultation.reactionTakenBack': nobody,
} satisfies Record<TalkEventType, Audience>

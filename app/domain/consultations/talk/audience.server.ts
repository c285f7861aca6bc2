import type { Audience } from '#app/domain/events/audience.ts'
import { whoIsMentioned } from '../audience.server.ts'
import type { TalkEventType } from './events.ts'

export const talkAudience = {
  // Whoever reads the message sees that it was edited; a bell for each mended word would be too many.
  'consultation.messageEdited': whoIsMentioned,
} satisfies Record<TalkEventType, Audience>

import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { TalkEventType } from './events.ts'

export const talkAudience = {
  // Whoever reads the message sees that it was edited; a bell for each mended word would be too many.
  'consultation.messageEdited': nobody,
} satisfies Record<TalkEventType, Audience>

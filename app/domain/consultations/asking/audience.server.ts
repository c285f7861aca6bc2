import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { QuestionEventType } from './events.ts'

/** Counted and shown, not told: nobody has to do anything. */
export const questionAudience = {
  'question.ended': nobody,
  'questionTemplate.written': nobody,
  'questionTemplate.retired': nobody,
  'questionTemplate.restored': nobody,
} satisfies Record<QuestionEventType, Audience>

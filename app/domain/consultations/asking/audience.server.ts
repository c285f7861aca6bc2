import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { QuestionEventType } from './events.ts'

/** It is counted, not told: nobody has to do anything. */
export const questionAudience = { 'question.ended': nobody } satisfies Record<QuestionEventType, Audience>

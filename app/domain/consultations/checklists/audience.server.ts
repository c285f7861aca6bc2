import { type Audience, nobody } from '#app/domain/events/audience.ts'
import type { ChecklistEventType } from './events.ts'

/** Whoever is to do something hears of it; the rest is seen in the thread. */
const assignee: Audience = async ({ payload: { assigneeId } }) =>
  typeof assigneeId === 'string' ? [assigneeId] : []

export const checklistAudience = {
  'consultation.checklistStarted': nobody,
  'consultation.checklistTicked': nobody,
  'consultation.checklistAssigned': assignee,
  'consultation.checklistChanged': nobody,
  'checklistTemplate.written': nobody,
  'checklistTemplate.retired': nobody,
  'checklistTemplate.restored': nobody,
} satisfies Record<ChecklistEventType, Audience>

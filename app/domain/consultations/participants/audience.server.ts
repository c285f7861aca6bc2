import type { Audience } from '#app/domain/events/audience.ts'
import type { ParticipantEventType } from './events.ts'

/** Whom it is about: the thread tells the others. Whoever was let in by it alone hears nothing when it ends. */
const whoIsNamed: Audience = async ({ payload: { memberId } }) =>
  typeof memberId === 'string' ? [memberId] : []

export const participantAudience = {
  'consultation.participantAdded': whoIsNamed,
  'consultation.participantChanged': whoIsNamed,
  'consultation.participantRemoved': whoIsNamed,
} satisfies Record<ParticipantEventType, Audience>

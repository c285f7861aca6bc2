import { type Audience, nobody } from '#app/domain/events/audience.ts'
import { participants } from '../audience.server.ts'
import type { GuestEventType } from './events.ts'

/** Whoever invited. */
const whoInvited: Audience = async ({ payload: { memberId } }) =>
  typeof memberId === 'string' ? [memberId] : []

/** What a guest does is told to those who take part, of both sides: it reads what they write. */
export const guestAudience = {
  'consultation.guestInvited': participants,
  'consultation.guestJoined': participants,
  'consultation.guestChanged': participants,
  'consultation.guestEnded': participants,
  'consultation.guestEndsSoon': whoInvited,
  'consultation.guestWrote': participants,
  'consultation.guestDownloaded': nobody,
} satisfies Record<GuestEventType, Audience>

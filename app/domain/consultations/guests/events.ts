import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'
import { guestGrades } from './guest.ts'

const named = z.object({
  ...{ number: z.string(), subject: z.string() },
  ...{ guestId: z.uuid(), name: z.string(), guestOrganization: z.string() },
})
const until = { endsOn: z.iso.date() }

/** Both sides know who of a third organization takes part, and until when. An address stands in none of it. */
export const guestEvents = defineEvents('consultation', {
  guestInvited: { version: 1, payload: named.extend({ ...until, grade: z.enum(guestGrades) }) },
  guestJoined: { version: 1, payload: named.extend(until) },
  guestChanged: { version: 1, payload: named.extend(until) },
  guestEnded: { version: 1, payload: named },
  guestEndsSoon: { version: 1, payload: named.extend({ ...until, memberId: z.uuid() }) },
  guestWrote: { version: 1, payload: named.extend({ messageId: z.uuid() }) },
  guestDownloaded: { version: 1, payload: named.extend({ fileId: z.uuid(), fileName: z.string() }) },
})

export type GuestEventType = keyof typeof guestEvents.definitions

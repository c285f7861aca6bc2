import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const nothing = z.object({})

/** What happens to a person's sign-in. It concerns the organization of the present membership, on its side. */
export const userEvents = defineEvents('user', {
  signedIn: { version: 1, payload: nothing },
  signInRefused: { version: 1, payload: z.object({ name: z.string() }) },
  signedOut: { version: 1, payload: nothing },
  membershipSwitched: { version: 1, payload: z.object({ organizationName: z.string() }) },
  sessionRevoked: { version: 1, payload: z.object({ count: z.number().int() }) },
  passwordChanged: { version: 1, payload: nothing },
  passwordReset: { version: 1, payload: nothing },
  preferencesChanged: { version: 1, payload: z.object({ language: z.string() }) },
  organizationSetUp: { version: 1, payload: z.object({ organizationName: z.string() }) },
})

export type UserEventType = keyof typeof userEvents.definitions

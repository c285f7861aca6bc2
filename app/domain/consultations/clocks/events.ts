import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'
import { clockKinds } from './engine/cycles.ts'
import { urgencies } from './engine/log.ts'

const named = z.object({ number: z.string(), subject: z.string() })
const withMessage = named.extend({ messageId: z.uuid(), mentioned: z.array(z.uuid()).default([]) })
/** `due` as the clocks of the supplier show it, with their zone: the same for every reader. */
const dated = named.extend({ clock: z.enum(clockKinds), cycle: z.int(), due: z.string(), zone: z.string() })

export const clockEvents = defineEvents('consultation', {
  urgencyChanged: {
    version: 1,
    payload: named.extend({ urgency: z.enum(urgencies), previous: z.enum(urgencies) }),
  },
  /** The supplier asked the customer something. The message says what. */
  waitingForCustomer: { version: 2, payload: withMessage },
  /** `until` is an instant, or null for a pause that somebody ends. The message says why. */
  pauseAgreed: { version: 2, payload: withMessage.extend({ until: z.iso.datetime().nullable() }) },
  clocksResumed: { version: 1, payload: named },
  dueSoon: { version: 1, payload: dated },
  overdue: { version: 1, payload: dated },
})

export const calendarEvents = defineEvents('serviceCalendar', {
  changed: {
    version: 1,
    payload: z.object({ name: z.string(), effectiveOn: z.string(), movesOpen: z.boolean() }),
  },
})

export const levelEvents = defineEvents('serviceLevel', {
  changed: {
    version: 1,
    payload: z.object({
      /** Empty for every account, or every function. */
      customer: z.string(),
      function: z.enum(memberFunctions).nullable(),
      effectiveOn: z.string(),
      movesOpen: z.boolean(),
    }),
  },
})

export type ClockEventType =
  | keyof typeof clockEvents.definitions
  | keyof typeof calendarEvents.definitions
  | keyof typeof levelEvents.definitions

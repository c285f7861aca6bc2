import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ number: z.string(), subject: z.string() })
const tag = named.extend({ tag: z.string() })
/** A day as it was said, 2026-12-24; empty for none. */
const day = z.string()

/** What is done with a consultation as a piece of work. What one side keeps to itself carries that side. */
export const workEvents = defineEvents('consultation', {
  takenOver: {
    version: 1,
    payload: named.extend({
      ...{ assigneeId: z.uuid(), assigneeName: z.string() },
      ...{ previousId: z.uuid(), previousName: z.string() },
    }),
  },
  /** It is with whoever had it before, or with nobody. */
  assignmentUndone: {
    version: 1,
    payload: named.extend({ assigneeId: z.uuid().nullable(), previousId: z.uuid() }),
  },
  /** Whoever had it has left, or cannot enter the account any more. */
  handedBack: { version: 1, payload: named.extend({ previousId: z.uuid(), previousName: z.string() }) },
  tagged: { version: 1, payload: tag },
  untagged: { version: 1, payload: tag },
  watched: { version: 1, payload: named },
  unwatched: { version: 1, payload: named },
  snoozed: { version: 1, payload: named.extend({ until: z.iso.datetime().nullable() }) },
  /** `memberId` when the time was over, so that this person is told; null when the person took it out. */
  snoozeEnded: { version: 1, payload: named.extend({ memberId: z.uuid().nullable() }) },
  dueSet: { version: 1, payload: named.extend({ dueOn: day }) },
  dueTakenBack: { version: 1, payload: named },
  ownDaySoon: { version: 1, payload: named.extend({ dueOn: day }) },
  ownDayMissed: { version: 1, payload: named.extend({ dueOn: day }) },
})

export const tagEvents = defineEvents('consultationTag', {
  changed: { version: 1, payload: z.object({ name: z.string(), previous: z.string() }) },
  merged: { version: 1, payload: z.object({ name: z.string(), into: z.string() }) },
  retired: { version: 1, payload: z.object({ name: z.string() }) },
})

export type WorkEventType = keyof typeof workEvents.definitions | keyof typeof tagEvents.definitions

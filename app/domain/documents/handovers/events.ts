import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

/** Of an account. That documents went out is an event of each document besides. */
export const handoverEvents = defineEvents('account', {
  handoverRequirementChanged: {
    version: 1,
    payload: z.object({
      customer: z.string(),
      classes: z.array(z.string()),
      languages: z.array(z.string()),
    }),
  },
  /** `variant` is empty for the whole account. */
  handoverTaken: {
    version: 1,
    payload: z.object({ customer: z.string(), variant: z.string(), documents: z.int(), file: z.string() }),
  },
})

export type HandoverEventType = keyof typeof handoverEvents.definitions

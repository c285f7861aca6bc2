import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ number: z.string(), subject: z.string() })

/**
 * That consultations were related or merged. Of a relation the other one is not named: whoever reads of this one need not see
 * that one. A merge is within one account, and each of the two has its event, because each has a history.
 */
export const linkingEvents = defineEvents('consultation', {
  related: { version: 1, payload: named },
  unrelated: { version: 1, payload: named },
  merged: { version: 1, payload: named.extend({ intoId: z.uuid(), intoNumber: z.string() }) },
  tookIn: { version: 1, payload: named.extend({ mergedId: z.uuid(), mergedNumber: z.string() }) },
  mergeUndone: { version: 1, payload: named.extend({ intoId: z.uuid(), intoNumber: z.string() }) },
  gaveBack: { version: 1, payload: named.extend({ mergedId: z.uuid(), mergedNumber: z.string() }) },
})

export type LinkingEventType = keyof typeof linkingEvents.definitions

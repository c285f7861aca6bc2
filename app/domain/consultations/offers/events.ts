import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

/** Of the note nothing is said: whoever reads of the offer later need not see the note any more. */
const offered = z.object({ number: z.string(), subject: z.string(), offerId: z.uuid() })

export const offerEvents = defineEvents('consultation', {
  noteOffered: { version: 1, payload: offered },
  noteHelped: { version: 1, payload: offered },
  noteDismissed: { version: 1, payload: offered },
})

export type OfferEventType = keyof typeof offerEvents.definitions

import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

/** What it is about, as it was called. */
const named = z.object({ what: z.string() })

export const subscriptionEvents = defineEvents('subscription', {
  begun: { version: 1, payload: named },
  ended: { version: 1, payload: named },
})

export type SubscriptionEventType = keyof typeof subscriptionEvents.definitions

import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ number: z.string(), title: z.string() })
/** `side`: who says it, always the supplier. */
const claim = named.extend({ side: z.literal('supplier'), claimId: z.uuid(), option: z.string() })

/** What is said of competitors' products. Before the comparison is shared they carry the supplier's side. */
export const claimEvents = defineEvents('comparison', {
  competitorsMarked: { version: 1, payload: named.extend({ options: z.array(z.string()) }) },
  claimAdded: { version: 1, payload: claim },
  claimChanged: { version: 1, payload: claim },
  claimWithdrawn: { version: 1, payload: claim },
  /** `expiresOn` is a calendar day. */
  claimEndsSoon: { version: 1, payload: claim.extend({ expiresOn: z.iso.date(), memberId: z.uuid() }) },
})

export type ClaimEventType = keyof typeof claimEvents.definitions

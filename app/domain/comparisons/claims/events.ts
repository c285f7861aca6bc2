import { z } from 'zod'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ number: z.string(), title: z.string() })
/** `side`: who says it, always the supplier. */
const claim = named.extend({ side: z.literal('supplier'), claimId: z.uuid(), option: z.string() })

/** With its words as they were written then. */
const said = claim.extend({
  ...{ statement: z.string(), source: z.string(), conditions: z.string() },
  ...{ sourceDate: z.iso.date(), expiresOn: z.iso.date() },
})

/** What is said of competitors' products. Before the comparison is shared they carry the supplier's side. */
export const claimEvents = defineEvents('comparison', {
  competitorsMarked: {
    version: 1,
    payload: named.extend({ side: z.literal('supplier'), options: z.array(z.string()) }),
  },
  claimAdded: { version: 1, payload: said },
  claimChanged: { version: 1, payload: said },
  claimWithdrawn: { version: 1, payload: claim },
  /** `expiresOn` is a calendar day. */
  claimEndsSoon: { version: 1, payload: claim.extend({ expiresOn: z.iso.date(), memberId: z.uuid() }) },
})

export type ClaimEventType = keyof typeof claimEvents.definitions

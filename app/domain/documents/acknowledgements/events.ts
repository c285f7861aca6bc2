import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

/** What every sentence names. `organization` is the customer's name, `chain` the request in its account. */
const asked = z.object({
  number: z.string(),
  title: z.string(),
  version: z.int(),
  organization: z.string(),
  chain: z.string(),
})
const functions = z.array(z.enum(memberFunctions))
/** The last day, in the zone of the account. */
const due = z.string()

/** Of a document in one account: each carries the account, so that no other one hears of it. */
export const acknowledgementEvents = defineEvents('document', {
  acknowledgementAsked: { version: 1, payload: asked.extend({ functions, due }) },
  acknowledged: {
    version: 1,
    payload: asked.extend({ function: z.enum(memberFunctions), isComplete: z.boolean() }),
  },
  acknowledgementReminded: { version: 1, payload: asked.extend({ functions, due, days: z.int() }) },
  acknowledgementOverdue: { version: 1, payload: asked.extend({ functions, due }) },
  deemedAccepted: { version: 1, payload: asked.extend({ functions, due }) },
  accepted: { version: 1, payload: asked },
  acceptedConditionally: { version: 1, payload: asked.extend({ text: z.string() }) },
  rejected: { version: 1, payload: asked.extend({ text: z.string() }) },
  informationRequested: { version: 1, payload: asked.extend({ text: z.string() }) },
  informationGiven: { version: 1, payload: asked.extend({ text: z.string(), functions }) },
  samplesRequested: { version: 1, payload: asked.extend({ text: z.string() }) },
  implemented: { version: 1, payload: asked.extend({ functions }) },
})

/** What an account's contract says about documents. */
export const termsEvents = defineEvents('account', {
  documentTermsChanged: { version: 1, payload: z.object({ customer: z.string(), effectiveOn: z.string() }) },
})

export type AcknowledgementEventType =
  | keyof typeof acknowledgementEvents.definitions
  | keyof typeof termsEvents.definitions

import { z } from 'zod'
import { sides } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

/** What every sentence names: the number as shown, and the title. */
const named = z.object({ number: z.string(), title: z.string() })
const revised = named.extend({ revision: z.number().int() })

/** The values as the sentence shows them: plain decimals, with the currency for money, '–' for none. */
const changed = revised.extend({
  assumptionId: z.uuid(),
  side: z.enum(sides),
  from: z.string(),
  to: z.string(),
  note: z.string(),
})
/** Free words of the person who acted. */
const reasoned = named.extend({ reason: z.string() })
const signature = revised.extend({ side: z.enum(sides), hash: z.string() })

/**
 * The events of a comparison, in the order of its life. Each has its sentence in the messages
 * (`comparisons:event.…`). What happens to a draft carries the supplier's side.
 */
export const comparisonEvents = defineEvents('comparison', {
  created: { version: 1, payload: named },
  /** Made from another one. */
  copied: { version: 1, payload: named.extend({ sourceId: z.uuid(), source: z.string() }) },
  approvalAsked: { version: 1, payload: revised },
  approved: { version: 1, payload: revised },
  /** Not approved, and why. */
  sentBack: { version: 1, payload: reasoned },
  shared: { version: 1, payload: revised },
  /** A cost; `assumption` names its line and option. */
  valueChanged: { version: 1, payload: changed.extend({ assumption: z.string() }) },
  /** The volume of a year. */
  volumeChanged: { version: 1, payload: changed.extend({ year: z.number().int() }) },
  structureChanged: {
    version: 1,
    payload: revised.extend({ added: z.array(z.string()), removed: z.array(z.string()) }),
  },
  signed: { version: 1, payload: signature },
  /** The second side signed the same figure. */
  agreed: { version: 1, payload: signature.extend({ agreementId: z.uuid() }) },
  /** `from` is a calendar day. */
  trialBegun: { version: 1, payload: named.extend({ from: z.iso.date() }) },
  rejected: { version: 1, payload: reasoned },
  withdrawn: { version: 1, payload: reasoned },
  closed: { version: 1, payload: reasoned },
})

export type ComparisonEventType = keyof typeof comparisonEvents.definitions

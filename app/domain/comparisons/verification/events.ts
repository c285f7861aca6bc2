import { z } from 'zod'
import { sides } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

const named = z.object({ number: z.string(), title: z.string() })
const revised = named.extend({ revision: z.number().int() })
/** `month`: 2027-03. */
const monthly = revised.extend({ month: z.string() })
const signed = z.object({ side: z.enum(sides), hash: z.string() })
/** Plain decimals with the currency, as the sentence shows them. */
const saved = z.object({ saving: z.string() })
/** `told`: the members who hear of it. */
const told = named.extend({ month: z.string(), told: z.array(z.uuid()) })

/** What is measured of an agreed comparison. Sentences: `comparisons:event.…`. */
export const verificationEvents = defineEvents('comparison', {
  planSaved: { version: 1, payload: revised },
  planSigned: { version: 1, payload: revised.extend(signed.shape) },
  /** The second side signed the same plan. */
  planAgreed: { version: 1, payload: revised.extend(signed.shape) },
  actualsEntered: { version: 1, payload: monthly.extend({ files: z.number().int() }) },
  actualsSigned: { version: 1, payload: monthly.extend(signed.shape) },
  /** The second side signed the same month. */
  savingVerified: { version: 1, payload: monthly.extend(signed.shape).extend(saved.shape) },
  /** One side says that enough was measured. */
  finishSigned: { version: 1, payload: named.extend(signed.shape) },
  verified: {
    version: 1,
    payload: named.extend(saved.shape).extend({ forecast: z.string(), months: z.number().int() }),
  },
  evidenceDownloaded: { version: 1, payload: named.extend({ fileId: z.uuid(), fileName: z.string() }) },
  actualsMissing: { version: 1, payload: told },
  monthNotSigned: { version: 1, payload: told },
})

export type VerificationEventType = keyof typeof verificationEvents.definitions

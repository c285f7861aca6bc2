import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'

/** `told`: the members who hear of it. */
const named = z.object({ number: z.string(), subject: z.string(), told: z.array(z.uuid()) })
const part = named.extend({
  ...{ partId: z.uuid(), question: z.string(), function: z.enum(memberFunctions) },
})
/** `dueOn`: 2026-12-24. */
const dated = part.extend({ dueOn: z.string() })
const draft = named.extend({ assemblyId: z.uuid(), revision: z.number() })
const signed = draft.extend({ functions: z.array(z.enum(memberFunctions)) })

/** What the supplier does to answer a question in parts. Each carries the supplier's side. */
export const partEvents = defineEvents('consultation', {
  partAsked: { version: 1, payload: part },
  partChanged: { version: 1, payload: part },
  partWithdrawn: { version: 1, payload: part },
  partContributed: { version: 1, payload: part },
  partTakenBack: { version: 1, payload: part },
  partReturned: { version: 1, payload: part },
  partFileDownloaded: { version: 1, payload: part.extend({ fileId: z.uuid(), fileName: z.string() }) },
  partSoon: { version: 1, payload: dated },
  partMissed: { version: 1, payload: dated },
  partsAssembled: { version: 1, payload: draft },
  partsSigned: { version: 1, payload: signed },
  partsObjected: { version: 1, payload: signed },
  partsReleased: { version: 1, payload: draft.extend({ messageId: z.uuid() }) },
})

export type PartEventType = keyof typeof partEvents.definitions

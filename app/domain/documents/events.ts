import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { ChangedQuantity } from '#app/domain/events/changed-quantities.ts'
import { defineEvents } from '#app/domain/events/define.ts'

/** What every sentence names: the number as shown, the title and the version. */
const named = z.object({ number: z.string(), title: z.string(), version: z.int() })

const dated = named.extend({ on: z.iso.date(), days: z.int() })

/**
 * The events of a document, in the order of its life. Each has its sentence in the messages (`documents:event.…`).
 * What happens before a release carries the supplier's side; what a reader does carries the reader's account.
 */
export const documentEvents = defineEvents('document', {
  created: { version: 1, payload: named },
  /** It came with a table of documents; `author` is who brought it. */
  imported: { version: 1, payload: named.extend({ author: z.string(), isReleased: z.boolean() }) },
  edited: { version: 1, payload: named },
  versionStarted: { version: 1, payload: named },
  parametersChanged: { version: 1, payload: named.extend({ count: z.int() }) },
  submitted: { version: 1, payload: named },
  returned: { version: 1, payload: named.extend({ reason: z.string() }) },
  /** `supersedes` is the version that was in force until then; the note and the parameters say what changed since. */
  released: {
    version: 1,
    payload: named.extend({
      supersedes: z.int().nullable(),
      changeNote: z.string().optional(),
      parameters: z.array(ChangedQuantity).optional(),
    }),
  },
  /** `comment` is the first of its thread; both sentences are the supplier's side's. */
  commented: { version: 1, payload: named.extend({ comment: z.uuid() }) },
  commentResolved: { version: 1, payload: named.extend({ comment: z.uuid() }) },
  authorAdded: { version: 1, payload: named.extend({ name: z.string() }) },
  authorRemoved: { version: 1, payload: named.extend({ name: z.string() }) },
  translated: { version: 1, payload: named.extend({ language: z.string() }) },
  translationReleased: { version: 1, payload: named.extend({ language: z.string() }) },
  withdrawn: { version: 1, payload: named.extend({ reason: z.string(), wasReleased: z.boolean() }) },
  /** By the calendar: `days` before the end, or 0. */
  expiring: { version: 1, payload: dated },
  expired: { version: 1, payload: dated },
  effective: { version: 1, payload: dated },
  ownerChanged: { version: 1, payload: named.extend({ owner: z.string() }) },
  /** A colleague looked at it as it stands before a reader. For the supplier. */
  viewedAs: { version: 1, payload: named.extend({ member: z.string(), organization: z.string() }) },
  /** How many accounts, not which: the event is read by more people than a restricted account is. */
  audienceChanged: {
    version: 1,
    payload: named.extend({
      everyAccount: z.boolean(),
      accounts: z.int(),
      functions: z.array(z.enum(memberFunctions)),
    }),
  },
  /** The first opening of a version by a person; later ones are counted in the reading evidence. */
  opened: { version: 1, payload: named.extend({ organization: z.string() }) },
  downloaded: { version: 1, payload: named.extend({ organization: z.string(), file: z.string() }) },
  /** A text relies on an earlier version: its owner holds it against this one until the day that is named. */
  reviewOpened: { version: 1, payload: named.extend({ ownerId: z.uuid(), dueOn: z.iso.date() }) },
  reviewDecided: {
    version: 1,
    payload: named.extend({ outcome: z.enum(['affected', 'unaffected']), note: z.string() }),
  },
})

export type DocumentEventType = keyof typeof documentEvents.definitions

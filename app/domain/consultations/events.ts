import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'
import { urgencies } from './clocks/engine/log.ts'
import { lapseReasons } from './decisions/decision.ts'

/** What every sentence names: the number as shown, and the subject. */
const named = z.object({ number: z.string(), subject: z.string() })
const withMessage = named.extend({ messageId: z.uuid() })

/**
 * The events of a consultation, in the order of its life. Each has its sentence in the messages
 * (`consultations:event.…`). Notes carry the side that may know of them.
 */
export const consultationEvents = defineEvents('consultation', {
  asked: {
    // Since version 2 it says how urgent it is: before, everything was a question.
    version: 2,
    payload: named.extend({
      function: z.enum(memberFunctions),
      urgency: z.enum(urgencies).default('question'),
      messageId: z.uuid(),
      assigneeId: z.uuid().nullable(),
      assigneeName: z.string(),
    }),
  },
  /** The same by a member of the supplier, for a member of the customer who asked by telephone or on a visit. */
  writtenDown: {
    version: 1,
    payload: named.extend({
      ...{ function: z.enum(memberFunctions), urgency: z.enum(urgencies), messageId: z.uuid() },
      ...{ assigneeId: z.uuid().nullable(), assigneeName: z.string() },
      ...{ askedById: z.uuid(), askedByName: z.string() },
    }),
  },
  assigned: {
    version: 1,
    payload: named.extend({
      assigneeId: z.uuid(),
      assigneeName: z.string(),
      previousId: z.uuid().nullable(),
    }),
  },
  messagePosted: { version: 1, payload: withMessage },
  internalNotePosted: { version: 1, payload: withMessage },
  privateNotePosted: { version: 1, payload: withMessage },
  answered: { version: 1, payload: withMessage },
  accepted: { version: 1, payload: withMessage },
  /** The message is the reason. */
  reopened: { version: 1, payload: withMessage },
  /** What the answer decides was written down. */
  decisionRecorded: {
    version: 1,
    payload: withMessage.extend({ part: z.string(), approverId: z.uuid().nullable() }),
  },
  rated: { version: 1, payload: withMessage.extend({ steps: z.int() }) },
  /** By itself: the accepted answer holds no longer. The document is named when a new version of it is the reason. */
  lapsed: {
    version: 1,
    payload: withMessage.extend({ reason: z.enum(lapseReasons), document: z.string() }),
  },
  fileDownloaded: { version: 1, payload: withMessage.extend({ fileId: z.uuid(), fileName: z.string() }) },
})

export type ConsultationEventType = keyof typeof consultationEvents.definitions

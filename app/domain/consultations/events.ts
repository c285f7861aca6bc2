import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { defineEvents } from '#app/domain/events/define.ts'
import { urgencies } from './clocks/engine/log.ts'
import { lapseReasons } from './decisions/decision.ts'

/** What every sentence names: the number as shown, and the subject. */
const named = z.object({ number: z.string(), subject: z.string() })
const withMessage = named.extend({ messageId: z.uuid() })
/** A message that was just written: whom it mentions is told of it as well. */
const written = withMessage.extend({ mentioned: z.array(z.uuid()).default([]) })

/** Who got it, and how. */
const routed = {
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string(),
  routedBy: z.enum(['matrix', 'rule', 'nobody']).default('matrix'),
  /** The name of who is away, where a deputy has it. */
  insteadOf: z.string().default(''),
}

/**
 * The events of a consultation, in the order of its life. Each has its sentence in the messages
 * (`consultationEvents:event.…`). Notes carry the side that may know of them.
 */
export const consultationEvents = defineEvents('consultation', {
  asked: {
    // Since version 2 it says how urgent it is: before, everything was a question. Since version 3, whom it mentions and how it
    // was routed.
    version: 3,
    payload: named.extend({
      function: z.enum(memberFunctions),
      urgency: z.enum(urgencies).default('question'),
      messageId: z.uuid(),
      mentioned: z.array(z.uuid()).default([]),
      ...routed,
    }),
  },
  /** The same by a member of the supplier, for a member of the customer who asked by telephone or on a visit. */
  writtenDown: {
    version: 1,
    payload: named.extend({
      ...{ function: z.enum(memberFunctions), urgency: z.enum(urgencies), messageId: z.uuid() },
      ...{ mentioned: z.array(z.uuid()).default([]), ...routed },
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
  messagePosted: { version: 2, payload: written },
  internalNotePosted: { version: 2, payload: written },
  privateNotePosted: { version: 2, payload: written },
  answered: { version: 2, payload: written },
  /** Since version 2 it says whether by a mail: whoever did is told as well, as a confirmation. */
  accepted: { version: 2, payload: withMessage.extend({ isFromMail: z.boolean().default(false) }) },
  /** The message is the reason. */
  reopened: { version: 2, payload: written },
  /** Without an answer that was accepted. The message is the reason. */
  closed: { version: 1, payload: written },
  /** It is as before, as if it had not been closed. */
  closingUndone: { version: 1, payload: named },
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

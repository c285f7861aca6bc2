import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { counter } from '#app/domain/access/counter.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { type Urgency, urgencies } from './clocks/engine/log.ts'
import { consultationLimits, messageLanes } from './consultation.ts'
import { refuseUnfilled } from './macros/refuse-unfilled.ts'
import { quoteLimit } from './talk/quote.ts'

const required = 'common:error.required'

const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const text = (max: number) => z.string({ error: required }).trim().min(1, required).max(max, tooLong(max))
const optionalText = (max: number) => z.string().trim().max(max, tooLong(max)).optional()

const words = text(consultationLimits.message).superRefine(refuseUnfilled)

const id = z.uuid({ error: 'common:error.unknown' })

const fileIds = z
  .array(id)
  .max(maxFilesAtOnce, encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }))
  .default([])

/** What the message quotes: which message, and the words of it. */
const quoting = {
  quotedId: id.optional(),
  quotedText: optionalText(quoteLimit),
}

/** Set by the page's own script: the answer then comes back to it instead of leading to the thread. */
const inPlace = z.literal('1').optional()

export const AskForm = z.object({
  accountId: id,
  function: z.enum(memberFunctions, { error: 'common:error.choose' }),
  urgency: z.enum(urgencies, { error: 'common:error.choose' }).default('question'),
  productId: id.optional(),
  documentId: id.optional(),
  subject: text(consultationLimits.subject),
  body: text(consultationLimits.message),
  /** As the customer writes it. */
  orderNumber: optionalText(consultationLimits.orderNumber),
  templateId: id.optional(),
  /** By the ids of the template's fields; the template says what they have to hold. */
  answers: z.record(z.string().max(40), z.string()).optional(),
  /** For whom a member of the supplier writes it down. */
  askedById: z.uuid({ error: 'common:error.choose' }).optional(),
  fileIds,
})
/** Whoever says nothing of it asks a question. */
export type AskInput = Omit<z.output<typeof AskForm>, 'urgency'> & { urgency?: Urgency }

/** The same with somebody to be chosen in whose name it is. */
export const WriteDownForm = AskForm.required({ askedById: true })

export const MessageForm = z.object({
  lane: z.enum(messageLanes, { error: 'common:error.choose' }),
  body: words,
  fileIds,
  ...quoting,
  /** With which it was begun. */
  macroId: id.optional(),
  inPlace,
})
export type MessageInput = Omit<z.output<typeof MessageForm>, 'inPlace' | 'macroId'>

/** A new message that is the answer, or a message of the thread that becomes it. */
export const AnswerForm = z
  .object({
    messageId: id.optional(),
    body: words.optional(),
    fileIds,
    ...quoting,
    /** The answer that the person saw while writing: an other one in the meantime is a conflict. */
    replaces: id.optional(),
    macroId: id.optional(),
    inPlace,
  })
  .refine((answer) => answer.messageId || answer.body, { path: ['body'], error: required })
export type AnswerInput = Omit<z.output<typeof AnswerForm>, 'inPlace' | 'macroId'>

/** Names the answer that the person saw, its wording, and the record of what it decides. */
export const AcceptForm = z.object({
  messageId: id,
  /** How often that had been edited: another wording than the one that was read is not accepted. */
  edits: counter(0).default(0),
  decisionId: id.optional(),
})
export type AcceptInput = Omit<z.output<typeof AcceptForm>, 'edits'> & { edits?: number }

export const ReopenForm = z.object({ reason: text(consultationLimits.reason) })

export const AssignForm = z.object({
  assigneeId: z.uuid({ error: 'common:error.choose' }),
  /** Who had it when the person looked; absent for nobody. */
  previousId: id.optional(),
})
export type AssignInput = z.output<typeof AssignForm>

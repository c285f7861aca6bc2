import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { consultationLimits } from '../consultation.ts'

const id = z.uuid({ error: 'common:error.unknown' })

/** Names what answered the question: a document, or a consultation by its accepted answer. */
export const EndQuestionForm = z
  .object({
    accountId: id,
    function: z.enum(memberFunctions, { error: 'common:error.choose' }),
    productId: id.optional(),
    documentId: id.optional(),
    consultationId: id.optional(),
    /** Of the form that was open. */
    formKey: id,
  })
  .refine((ended) => Boolean(ended.documentId) !== Boolean(ended.consultationId), {
    path: ['documentId'],
    error: 'common:error.unknown',
  })
export type EndQuestionInput = z.output<typeof EndQuestionForm>

/** As it stands in the form, finished or not. */
export const DraftForm = z.object({
  accountId: id,
  documentId: id.optional(),
  subject: z.string().max(consultationLimits.subject).default(''),
  body: z.string().max(consultationLimits.message).default(''),
})
export type DraftInput = z.output<typeof DraftForm>

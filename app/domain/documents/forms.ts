import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import { documentLimits } from './document.ts'
import { content, functionsMissing, hasFunctions, isValidity, reach, text, wrongValidity } from './fields.ts'
import { documentKinds } from './kinds.ts'
import { chosenSections } from './writing/forms.ts'

/** `confirmed` names the people of whom one was told that they gain or lose it. */
export const ReachForm = z
  .object({ ...reach, confirmed: z.string().max(64).default('') })
  .refine(hasFunctions, functionsMissing)
export type ReachInput = Omit<z.output<typeof ReachForm>, 'confirmed'>

/** A new document, and the draft of one that nobody saw yet. Its kind is chosen once: the number tells it. */
export const DocumentForm = z
  .object({
    kind: z.enum(documentKinds, { error: 'common:error.choose' }).default('technical_note'),
    ...content,
    ...reach,
  })
  .refine(hasFunctions, functionsMissing)
  .refine(isValidity, wrongValidity)
export type DocumentInput = z.output<typeof DocumentForm>

/** When the person read what is being changed; somebody else's change in between is a conflict. */
const seenAt = z.coerce.date({ error: 'common:error.invalid' })

export const EditForm = DocumentForm.safeExtend({ seenAt, ...chosenSections })
/** The draft of a further version: who sees the document is changed apart, because it holds at once. */
export const EditVersionForm = z
  .object({ ...content, seenAt, ...chosenSections })
  .refine(isValidity, wrongValidity)
export type VersionInput = z.output<typeof EditVersionForm>

/** The form of a draft, by whether readers see the document already. */
export function editFormOf(document: { isReleased: boolean }): typeof EditForm | typeof EditVersionForm {
  return document.isReleased ? EditVersionForm : EditForm
}

/** Names the version that the person had before the eyes, as it was submitted. */
export const ReleaseForm = z.object({ version: counter(1), seenAt })
export type ReleaseInput = z.output<typeof ReleaseForm>

export const ReturnForm = z.object({ reason: text(documentLimits.reason) })
export const WithdrawForm = z.object({
  version: counter(1),
  reason: text(documentLimits.reason),
  /** The number of another document that is to be used instead. */
  replacement: z.string().trim().max(40, 'reviews:error.replacementNumber').optional(),
})
export type WithdrawInput = z.output<typeof WithdrawForm>

export const PreviewForm = z.object({
  body: z.string().max(documentLimits.body).default(''),
  /** Whose files it shows. */
  documentId: z.uuid().optional(),
})

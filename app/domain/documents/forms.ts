import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { documentLimits } from './document.ts'

const required = 'common:error.required'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })

const text = (max: number) => z.string({ error: required }).trim().min(1, required).max(max, tooLong(max))

const id = z.uuid({ error: 'common:error.unknown' })
const ids = (max: number) => z.array(id).max(max, 'common:error.invalid').default([])
const customerFunction = z
  .enum(memberFunctions)
  .exclude(['account_management'], { error: 'common:error.unknown' })

/** What a version says. The beginning of the text is kept as typed: spaces there have a meaning in Markdown. */
const content = {
  title: text(documentLimits.title),
  language: z.enum(languages, { error: 'common:error.choose' }),
  body: z
    .string({ error: required })
    .max(documentLimits.body, tooLong(documentLimits.body))
    .refine((body) => body.trim() !== '', required),
  changeNote: z
    .string()
    .trim()
    .max(documentLimits.changeNote, tooLong(documentLimits.changeNote))
    .default(''),
  fileIds: z
    .array(id)
    .max(maxFilesAtOnce, encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }))
    .default([]),
}

/** Who may see it, accounts × functions, and what it is about. */
const reach = {
  productIds: ids(500),
  everyAccount: z.boolean().default(false),
  accountIds: ids(1000),
  functions: z.array(customerFunction).default([]),
}

interface Reached {
  everyAccount: boolean
  accountIds: string[]
  functions: string[]
}
const hasAccounts = (audience: Reached) => audience.everyAccount || audience.accountIds.length > 0
const functionsMissing = { path: ['functions'], error: 'documents:error.functionsMissing' }

export const ReachForm = z
  .object(reach)
  .refine((audience) => !hasAccounts(audience) || audience.functions.length > 0, functionsMissing)
export type ReachInput = z.output<typeof ReachForm>

/** A new document, and the draft of one that nobody saw yet. */
export const DocumentForm = z
  .object({ ...content, ...reach })
  .refine((audience) => !hasAccounts(audience) || audience.functions.length > 0, functionsMissing)
export type DocumentInput = z.output<typeof DocumentForm>

/** When the person read what is being changed; somebody else's change in between is a conflict. */
const seenAt = z.coerce.date({ error: 'common:error.invalid' })

export const EditForm = DocumentForm.safeExtend({ seenAt })
/** The draft of a further version: who sees the document is changed apart, because it holds at once. */
export const EditVersionForm = z.object({ ...content, seenAt })
export type VersionInput = z.output<typeof EditVersionForm>

/** The form of a draft, by whether readers see the document already. */
export function editFormOf(document: { isReleased: boolean }): typeof EditForm | typeof EditVersionForm {
  return document.isReleased ? EditVersionForm : EditForm
}

/** Names the version that the person had before the eyes, as it was submitted. */
export const ReleaseForm = z.object({ version: z.coerce.number().int().positive(), seenAt })
export type ReleaseInput = z.output<typeof ReleaseForm>

export const ReturnForm = z.object({ reason: text(documentLimits.reason) })
export const WithdrawForm = z.object({
  version: z.coerce.number().int().positive(),
  reason: text(documentLimits.reason),
})
export type WithdrawInput = z.output<typeof WithdrawForm>

export const PreviewForm = z.object({ body: z.string().max(documentLimits.body).default('') })

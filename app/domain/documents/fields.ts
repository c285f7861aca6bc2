import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { documentLimits } from './document.ts'
import { securityClasses, vdiClasses } from './kinds.ts'
import { withoutControls } from './writing/marks.ts'

// The fields of which the forms of a document are made (forms.ts).

const required = 'common:error.required'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })

export const text = (max: number) =>
  z.string({ error: required }).trim().min(1, required).max(max, tooLong(max))
const optionalText = (max: number) => z.string().trim().max(max, tooLong(max)).default('')

const id = z.uuid({ error: 'common:error.unknown' })
const ids = (max: number) => z.array(id).max(max, 'common:error.invalid').default([])
const day = z.iso.date({ error: 'common:error.invalid' }).optional()
const customerFunction = z
  .enum(memberFunctions)
  .exclude(['account_management'], { error: 'common:error.unknown' })

/** Typed with commas between them; each once. */
const keywords = z
  .string()
  .default('')
  .transform((typed) => [
    ...new Set(
      typed
        .split(/[,;，；、\n]/)
        .map((each) => each.trim())
        .filter(Boolean),
    ),
  ])
  .refine((all) => all.length <= documentLimits.keywords, {
    error: encodeMessage('documents:error.tooManyKeywords', { max: documentLimits.keywords }),
  })
  .refine((all) => all.every((each) => each.length <= documentLimits.keyword), {
    error: tooLong(documentLimits.keyword),
  })

/** What a version says. The beginning of the text is kept as typed: spaces there have a meaning in Markdown. */
export const content = {
  title: text(documentLimits.title),
  language: z.enum(languages, { error: 'common:error.choose' }),
  summary: optionalText(documentLimits.summary),
  keywords,
  effectiveOn: day,
  expiresOn: day,
  // PostgreSQL holds no NUL: what nobody sees is left out of a pasted text.
  body: z
    .string({ error: required })
    .max(documentLimits.body, tooLong(documentLimits.body))
    .overwrite(withoutControls)
    .refine((body) => body.trim() !== '', required),
  changeNote: optionalText(documentLimits.changeNote),
  fileIds: z
    .array(id)
    .max(maxFilesAtOnce, encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }))
    .default([]),
}

/** Who may see it, accounts × functions, what it is about, and how it is classified. */
export const reach = {
  vdiClass: z.enum(vdiClasses, { error: 'common:error.choose' }).optional(),
  securityClass: z.enum(securityClasses, { error: 'common:error.choose' }).default('restricted'),
  familyIds: ids(100),
  productIds: ids(500),
  variantIds: ids(500),
  everyAccount: z.boolean().default(false),
  accountIds: ids(1000),
  /** Narrow the accounts: to those with a variant of one of these families, or with one of these variants. */
  onlyFamilyIds: ids(100).optional(),
  onlyVariantIds: ids(500).optional(),
  ownerId: id.optional(),
  functions: z.array(customerFunction).default([]),
}

interface Validity {
  effectiveOn?: string
  expiresOn?: string
}

/** ISO dates are compared as they are written. */
export const isValidity = ({ effectiveOn, expiresOn }: Validity) =>
  !effectiveOn || !expiresOn || effectiveOn <= expiresOn
export const wrongValidity = { path: ['expiresOn'], error: 'documents:error.validity' }

interface Reached {
  everyAccount: boolean
  accountIds: string[]
  functions: string[]
}

export const hasFunctions = ({ everyAccount, accountIds, functions }: Reached) =>
  functions.length > 0 || !(everyAccount || accountIds.length > 0)
export const functionsMissing = { path: ['functions'], error: 'documents:error.functionsMissing' }

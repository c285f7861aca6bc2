import { z } from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { vdiClasses } from '../kinds.ts'

const longest = 200

/** What an account needs: at least one class, in at least one language. */
export const RequirementForm = z.object({
  classes: z
    .array(z.enum(vdiClasses, { error: 'common:error.unknown' }))
    .default([])
    .refine((all) => all.length > 0, 'handover:error.classes'),
  languages: z
    .array(z.enum(languages, { error: 'common:error.unknown' }))
    .default([])
    .refine((all) => all.length > 0, 'handover:error.languages'),
  reference: z
    .string()
    .trim()
    .max(longest, encodeMessage('common:error.tooLong', { max: longest }))
    .default(''),
})
export type RequirementInput = z.output<typeof RequirementForm>

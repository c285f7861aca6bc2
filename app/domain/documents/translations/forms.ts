import { z } from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { content } from '../fields.ts'

/** `seenAt` is empty for a new one: somebody else's in between is a conflict. */
export const TranslationForm = z.object({
  title: content.title,
  /** Section by section; what is still empty is left out. */
  sections: z
    .array(z.string().default(''))
    .max(500, 'common:error.invalid')
    .default([])
    .transform((sections) => sections.filter((each) => each.trim() !== '').join('\n\n'))
    .pipe(content.body),
  changeNote: content.changeNote,
  seenAt: z.coerce.date({ error: 'common:error.invalid' }).optional(),
})
export type TranslationInput = z.output<typeof TranslationForm>

export const ReleaseTranslationForm = z.object({
  language: z.enum(languages, { error: 'common:error.unknown' }),
  seenAt: z.coerce.date({ error: 'common:error.invalid' }),
})
export type ReleaseTranslationInput = z.output<typeof ReleaseTranslationForm>

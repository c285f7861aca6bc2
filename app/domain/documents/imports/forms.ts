import { z } from 'zod'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import { encodeMessage } from '#app/i18n/messages.ts'

/** What is sent, what becomes of it, and whether a row that fails takes all others with it. */
export const ImportForm = z.object({
  fileIds: z
    .array(z.uuid({ error: 'common:error.unknown' }))
    .default([])
    .refine((all) => all.length > 0, 'imports:error.noFile')
    .refine(
      (all) => all.length <= maxFilesAtOnce,
      encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }),
    ),
  mode: z.enum(['drafts', 'released'], { error: 'common:error.choose' }).default('drafts'),
  isWhole: z.boolean().default(false),
})
export type ImportInput = z.output<typeof ImportForm>

import { z } from 'zod'
import { documentLimits } from '#app/domain/documents/document.ts'
import { text } from '#app/domain/documents/fields.ts'
import { documentKinds } from '#app/domain/documents/kinds.ts'

export const mostMessages = 100

export const BeginNoteForm = z.object({
  title: text(documentLimits.title),
  kind: z.enum(documentKinds, { error: 'common:error.choose' }).default('technical_note'),
  aboutProduct: z.boolean().default(false),
  messageIds: z
    .array(z.uuid({ error: 'common:error.unknown' }), { error: 'notes:error.noMessage' })
    .min(1, 'notes:error.noMessage')
    .max(mostMessages, 'common:error.invalid'),
})
export type BeginNoteInput = z.output<typeof BeginNoteForm>

import { z } from 'zod'
import { documentLimits } from '../document.ts'
import { text } from '../fields.ts'
import { textFields } from './fields.ts'

export const keptReasonMax = documentLimits.reason
export const replacementMax = 200

const place = {
  field: z.enum(textFields, { error: 'common:error.invalid' }),
  /** Where the mark begins in its text, and its words: what was before the eyes. */
  from: z.coerce.number({ error: 'common:error.invalid' }).int().min(0).max(documentLimits.body),
  folded: z.string().max(documentLimits.body),
  seenAt: z.coerce.date({ error: 'common:error.invalid' }),
  /** All marks with the same words. */
  all: z.boolean().default(false),
}

export const DecideForm = z.discriminatedUnion(
  'outcome',
  [
    z.object({ ...place, outcome: z.literal('remove') }),
    z.object({ ...place, outcome: z.literal('replace'), words: text(replacementMax) }),
    z.object({ ...place, outcome: z.literal('keep'), words: text(keptReasonMax) }),
  ],
  { error: 'common:error.choose' },
)
export type DecideInput = z.output<typeof DecideForm>

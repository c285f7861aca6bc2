import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { reviewLimits, reviewOutcomes } from './citation.ts'

/** Whoever is affected says what is to be done. */
export const ReviewForm = z
  .object({
    reviewId: z.uuid({ error: 'common:error.unknown' }),
    outcome: z.enum(reviewOutcomes, { error: 'common:error.choose' }),
    note: z
      .string()
      .trim()
      .max(reviewLimits.note, encodeMessage('common:error.tooLong', { max: reviewLimits.note }))
      .default(''),
  })
  .refine(({ outcome, note }) => outcome === 'unaffected' || note !== '', {
    path: ['note'],
    error: 'citations:error.noteMissing',
  })
export type ReviewInput = z.output<typeof ReviewForm>

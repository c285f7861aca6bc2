import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { decisionLimits } from './decision.ts'

const text = (max: number) => z.string().trim().max(max, encodeMessage('common:error.tooLong', { max }))

export const DecisionForm = z.object({
  /** The answer that the person saw. */
  messageId: z.uuid({ error: 'common:error.unknown' }),
  part: z
    .string({ error: 'common:error.required' })
    .trim()
    .min(1, 'common:error.required')
    .max(decisionLimits.part, encodeMessage('common:error.tooLong', { max: decisionLimits.part })),
  revision: text(decisionLimits.revision).default(''),
  conditions: text(decisionLimits.conditions).default(''),
  approverId: z.uuid({ error: 'common:error.unknown' }).optional(),
  validUntil: z.iso.date({ error: 'common:error.invalid' }).optional(),
})
export type DecisionInput = z.output<typeof DecisionForm>

export const RatingForm = z.object({
  messageId: z.uuid({ error: 'common:error.unknown' }),
  steps: z.coerce
    .number({ error: 'common:error.choose' })
    .int('common:error.choose')
    .min(1, 'common:error.choose')
    .max(5, 'common:error.choose'),
  word: text(decisionLimits.word).default(''),
})
export type RatingInput = z.output<typeof RatingForm>

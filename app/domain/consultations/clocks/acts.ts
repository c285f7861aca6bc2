import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { urgencies } from './engine/log.ts'
import { clockLimits as limits } from './service-level.ts'

// The forms of what one does to the clocks of a consultation. Those of an administrator are in forms.ts.

const required = 'common:error.required'

export const UrgencyForm = z.object({
  urgency: z.enum(urgencies, { error: 'common:error.choose' }),
  /** What the person saw. */
  previous: z.enum(urgencies, { error: 'common:error.invalid' }),
})

export const pauseReasons = ['waiting', 'agreed'] as const

export const PauseForm = z.object({
  reason: z.enum(pauseReasons, { error: 'common:error.choose' }),
  body: z
    .string({ error: required })
    .trim()
    .min(1, required)
    .max(limits.reason, encodeMessage('common:error.tooLong', { max: limits.reason })),
  /** Of an agreed pause: the clocks run again from the beginning of this day. */
  until: z.iso.date({ error: 'common:error.invalid' }).optional(),
})
export type PauseInput = z.output<typeof PauseForm>

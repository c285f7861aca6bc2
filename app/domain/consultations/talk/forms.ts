import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { consultationLimits, messageLanes } from '../consultation.ts'
import { reactionKinds } from './reaction.ts'

export const EditForm = z.object({
  body: z
    .string({ error: 'common:error.required' })
    .trim()
    .min(1, 'common:error.required')
    .max(
      consultationLimits.message,
      encodeMessage('common:error.tooLong', { max: consultationLimits.message }),
    ),
  /** How often the message had been edited when the person began: another edit in the meantime is a conflict. */
  edits: counter(0),
})
export type EditInput = z.output<typeof EditForm>

export const ReactionForm = z.object({
  kind: z.enum(reactionKinds, { error: 'common:error.choose' }),
  /** Absent to take it back. */
  isOn: z.literal('1').optional(),
  /** Set by the page's own script: it stays where it is. */
  inPlace: z.literal('1').optional(),
})
export type ReactionInput = Pick<z.output<typeof ReactionForm>, 'kind'> & { isOn: boolean }

export const TypingForm = z.object({ lane: z.enum(messageLanes, { error: 'common:error.choose' }) })

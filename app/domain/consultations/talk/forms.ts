import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { consultationLimits } from '../consultation.ts'

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
  edits: z.coerce.number({ error: 'common:error.unknown' }).int('common:error.unknown').min(0),
})
export type EditInput = z.output<typeof EditForm>

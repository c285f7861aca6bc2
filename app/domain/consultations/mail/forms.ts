import { z } from 'zod'
import { questionName, takenNames } from './mail.ts'

export const QuestionAddressForm = z.object({
  name: z
    .string()
    .trim()
    .toLowerCase()
    .regex(questionName, 'mailIn:error.name')
    .refine((name) => !takenNames.includes(name), 'mailIn:error.nameTaken')
    .optional(),
})

/** The views of the list: all, or what waits for a word. */
export const mailViews = ['held', 'refused'] as const

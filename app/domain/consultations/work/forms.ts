import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { snoozeChoices, tagColors, tidyTag, workLimits } from './work.ts'

const required = 'common:error.required'
const id = z.uuid({ error: 'common:error.choose' })
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const reason = z
  .string({ error: required })
  .trim()
  .min(1, required)
  .max(workLimits.reason, tooLong(workLimits.reason))
const tagName = z
  .string({ error: required })
  .transform(tidyTag)
  .pipe(z.string().min(1, required).max(workLimits.tag, tooLong(workLimits.tag)))

export const TakeOverForm = z.object({
  /** Who had it when the person looked; absent for nobody. */
  previousId: z.uuid({ error: 'common:error.unknown' }).optional(),
  reason: reason.optional(),
})
export type TakeOverInput = z.output<typeof TakeOverForm>

export const CloseForm = z.object({ reason })

export const TagForm = z.object({ name: tagName })
export const UntagForm = z.object({ tagId: id })
export const ChangeTagForm = z.object({
  name: tagName,
  color: z.enum(tagColors, { error: 'common:error.choose' }),
})
export type ChangeTagInput = z.output<typeof ChangeTagForm>
export const MergeTagForm = z.object({ intoId: id })

export const WatchForm = z.object({ isOn: z.enum(['0', '1']).transform((value) => value === '1') })

/** Without a day the one that was promised is taken back. */
export const DueForm = z.object({
  dueOn: z.iso.date({ error: 'common:error.invalid' }).optional(),
  isShown: z.boolean().default(false),
})
export type DueInput = z.output<typeof DueForm>

export const SnoozeForm = z
  .object({
    until: z.enum(snoozeChoices, { error: 'common:error.choose' }),
    /** Of `at`: wall time in the person's zone. */
    at: z.iso.datetime({ local: true, error: 'common:error.invalid' }).optional(),
  })
  .refine(({ until, at }) => until !== 'at' || at !== undefined, { path: ['at'], error: required })
export type SnoozeInput = z.output<typeof SnoozeForm>

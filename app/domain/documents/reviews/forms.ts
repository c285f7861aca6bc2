import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { ReleaseForm } from '../forms.ts'
import { documentKinds } from '../kinds.ts'
import { reviewLimits } from './review.ts'
import { checklistOf } from './rule.ts'

const required = 'common:error.required'
const unknown = 'common:error.unknown'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const id = z.uuid({ error: unknown })
const seenAt = z.coerce.date({ error: 'common:error.invalid' })

/** `function:quality` or `member:<id>`; empty for any second person who writes documents. */
const approver = z
  .string()
  .refine((text) => {
    const [kind, value = ''] = text.split(':')
    if (kind === 'member') return id.safeParse(value).success
    return kind === 'function' && (memberFunctions as readonly string[]).includes(value)
  }, unknown)
  .optional()

const lines = { max: reviewLimits.items * (reviewLimits.item + 2) }

export const ReviewRuleForm = z.object({
  kind: z.enum(documentKinds, { error: unknown }).optional(),
  familyId: id.optional(),
  reviewerIds: z.array(id).max(reviewLimits.reviewers, 'common:error.invalid').default([]),
  reviewerFunction: z.enum(memberFunctions, { error: unknown }).optional(),
  reviewerCount: z.coerce
    .number({ error: 'common:error.invalid' })
    .int('common:error.invalid')
    .min(1, 'common:error.invalid')
    .max(reviewLimits.count, 'common:error.invalid')
    .default(1),
  approver,
  checklist: z
    .string()
    .max(lines.max, tooLong(lines.max))
    .refine(
      (text) => checklistOf(text).length <= reviewLimits.items,
      encodeMessage('reviews:error.manyItems', { max: reviewLimits.items }),
    )
    .refine(
      (text) => checklistOf(text).every((item) => item.length <= reviewLimits.item),
      encodeMessage('reviews:error.longItem', { max: reviewLimits.item }),
    )
    .default(''),
  /** Of a rule that is changed: when the person read it. */
  seenAt: seenAt.optional(),
})
export type ReviewRuleInput = z.output<typeof ReviewRuleForm>

/** Names the submission that the reviewer read. */
export const ApproveForm = z.object({
  seenAt,
  comment: z.string().trim().max(reviewLimits.comment, tooLong(reviewLimits.comment)).default(''),
})
export type ApproveInput = z.output<typeof ApproveForm>

export const ReviewersForm = z.object({
  memberIds: z
    .array(id, { error: required })
    .min(1, required)
    .max(reviewLimits.reviewers, 'common:error.invalid'),
})
export type ReviewersInput = z.output<typeof ReviewersForm>

export const ChecklistForm = z.object({
  itemId: z.string(),
  isChecked: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
})
export type ChecklistInput = z.output<typeof ChecklistForm>

/** A release at once, or at a local date and time of the organization. */
export const ReleaseWhenForm = ReleaseForm.extend({
  when: z.enum(['now', 'later']).default('now'),
  releaseAt: z.string().max(20).optional(),
  /** Whom the person saw named before pressing the button. */
  reach: z.string().max(64).optional(),
}).refine((input) => input.when === 'now' || Boolean(input.releaseAt), {
  path: ['releaseAt'],
  error: required,
})
export interface ScheduleInput {
  version: number
  seenAt: Date
  releaseAt: string
}

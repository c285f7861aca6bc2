import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { counter } from '#app/domain/access/counter.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { messageLanes } from '../consultation.ts'
import { itemsIn, checklistLimits as limits } from './checklist.ts'

const required = 'common:error.required'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const text = (max: number) => z.string({ error: required }).trim().min(1, required).max(max, tooLong(max))

const items = z
  .string({ error: required })
  .max(limits.items * (limits.item + 2), tooLong(limits.item))
  .transform(itemsIn)
  .superRefine((lines, context) => {
    const problem = (message: string) => context.addIssue({ code: 'custom', message })
    if (lines.length === 0) problem(required)
    if (lines.length > limits.items)
      problem(encodeMessage('checklists:error.manyItems', { max: limits.items }))
    if (lines.some((line) => line.length > limits.item)) problem(tooLong(limits.item))
  })

/** From a template, or of one's own words. */
export const StartForm = z
  .object({
    lane: z.enum(messageLanes, { error: 'common:error.choose' }),
    templateId: z.uuid({ error: 'common:error.unknown' }).optional(),
    name: text(limits.name).optional(),
    items: items.optional(),
  })
  .superRefine(({ templateId, name, items: lines }, context) => {
    if (templateId) return
    if (!name) context.addIssue({ code: 'custom', message: required, path: ['name'] })
    if (!lines) context.addIssue({ code: 'custom', message: required, path: ['items'] })
  })
export type StartInput = z.output<typeof StartForm>

export const AddForm = z.object({ text: text(limits.item) })
export const TickForm = z.object({ isDone: z.enum(['yes', 'no']) })
export const MoveForm = z.object({ direction: z.enum(['up', 'down']) })
export const AssignItemForm = z.object({ assigneeId: z.uuid({ error: 'common:error.unknown' }).optional() })

export const ChecklistTemplateForm = z.object({
  name: text(limits.name),
  function: z.enum(memberFunctions).optional(),
  items,
  /** The one that the person saw. */
  revision: counter(0).optional(),
})
export type ChecklistTemplateInput = z.output<typeof ChecklistTemplateForm>

export const RetireForm = z.object({ isRetired: z.enum(['yes', 'no']) })

import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import { documentLimits } from '../document.ts'
import { content, text } from '../fields.ts'
import { documentKinds } from '../kinds.ts'

const seenAt = z.coerce.date({ error: 'common:error.invalid' })
const id = z.uuid({ error: 'common:error.unknown' })

export const AutosaveForm = z.object({ title: content.title, body: content.body, seenAt })
export type AutosaveInput = z.output<typeof AutosaveForm>

/** After a conflict: what is chosen for each section that both changed. */
export const chosenSections = {
  comparedAt: z.coerce.date({ error: 'common:error.invalid' }).optional(),
  choices: z.array(z.enum(['mine', 'theirs', 'both'])).default([]),
}

/** A remark on a paragraph, or an answer to one (`parentId`). */
export const CommentForm = z.object({
  version: counter(1),
  block: z.coerce.number().int().min(0).max(100_000),
  parentId: id.optional(),
  body: text(documentLimits.changeNote),
})
export type CommentInput = z.output<typeof CommentForm>

export const AuthorForm = z.object({ membershipId: id })

export const TemplateForm = z.object({
  kind: z.enum(documentKinds, { error: 'common:error.choose' }),
  language: content.language,
  title: content.title,
  body: content.body,
})
export type TemplateInput = z.output<typeof TemplateForm>

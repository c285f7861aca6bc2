import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { counter } from '#app/domain/access/counter.ts'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { fieldKinds, templateLimits as limits } from './templates.ts'

const short = (max: number) =>
  z.string().trim().max(max, encodeMessage('common:error.tooLong', { max })).optional()
const inLanguages = (max: number) =>
  z.object(Object.fromEntries(languages.map((each) => [each, short(max)]))).default({})

const Field = z.object({
  id: z.string().max(40).optional(),
  kind: z.enum(fieldKinds).default('text'),
  labels: inLanguages(limits.label),
  hint: short(limits.hint),
  unit: short(limits.unit),
  /** One in each line. */
  choices: short(limits.choices * (limits.choice + 1)),
  isRequired: z.string().optional(),
})

const written = (texts: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as Record<string, string>

/** A field without a label in any language is none: the form always offers some to fill. */
export const TemplateForm = z
  .object({
    function: z.enum(memberFunctions, { error: 'common:error.choose' }),
    /** The one that the person saw. */
    revision: counter(0).optional(),
    names: inLanguages(limits.name),
    fields: z
      .array(Field)
      .max(limits.fields + 3)
      .default([]),
  })
  .transform(({ names, fields, ...rest }) => ({
    ...rest,
    names: written(names),
    fields: fields
      .map(({ id, kind, labels, hint = '', unit = '', choices = '', isRequired }, place) => ({
        ...{ kind, hint, labels: written(labels), isRequired: isRequired !== undefined },
        id: id ?? freeId(fields, place),
        unit: kind === 'number' ? unit : '',
        choices: kind === 'choice' ? linesOf(choices) : [],
      }))
      .filter(({ labels }) => Object.keys(labels).length > 0),
  }))
  .superRefine(({ names, fields }, context) => {
    const problem = (message: string, path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path })
    if (Object.keys(names).length === 0) problem('common:error.required', ['names'])
    if (fields.length === 0) problem('asking:error.noField', ['fields'])
    if (fields.length > limits.fields) problem('asking:error.manyFields', ['fields'])
    if (fields.some(({ kind, choices }) => kind === 'choice' && choices.length < 2))
      problem('asking:error.fewChoices', ['fields'])
    if (new Set(fields.map(({ id }) => id)).size < fields.length) problem('common:error.unknown', ['fields'])
  })
export type TemplateInput = z.output<typeof TemplateForm>

/** One that no other field of the form has: rows are cleared and others move up. */
function freeId(fields: { id?: string }[], place: number): string {
  let number = place
  while (fields.some(({ id }) => id === `f${number}`)) number += fields.length
  return `f${number}`
}

const linesOf = (text: string) => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim().slice(0, limits.choice))
      .filter(Boolean)
      .slice(0, limits.choices),
  ),
]

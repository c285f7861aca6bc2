import { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { type ParameterFit, parameterFits } from '../parameters/parameter.ts'
import { parseParts } from './engine/parts.ts'
import {
  categoryCodes,
  impacts,
  noticeLimits as limits,
  milestoneCodes,
  noticeTypes,
  type ParameterChange,
  reasonCodes,
  requiredMilestone,
} from './notice.ts'

const required = 'common:error.required'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const optional = (max: number) => z.string().trim().max(max, tooLong(max)).default('')
const day = z.iso.date({ error: 'common:error.invalid' }).optional()
const choose = { error: 'common:error.choose' }

/** The affected part numbers: what makes no sense is named at the field. */
const pattern = z
  .string({ error: required })
  .trim()
  .min(1, required)
  .max(limits.pattern, tooLong(limits.pattern))
  .superRefine((text, context) => {
    const parsed = parseParts(text)
    if ('problem' in parsed) {
      const message = encodeMessage(`changeNotices:error.parts.${parsed.problem}`, { text: parsed.text })
      context.addIssue({ code: 'custom', message })
    }
  })

const change = z
  .object({
    name: optional(limits.field),
    unit: optional(40),
    old: optional(limits.field),
    new: optional(limits.field),
    /** A parameter of a document: `DS-0003#P_N`. What is left empty is taken from its table. */
    reference: optional(limits.field),
    fit: z.enum(parameterFits, choose).or(z.literal('')).default(''),
  })
  .default({ name: '', unit: '', old: '', new: '', reference: '', fit: '' })

/** Rows that nobody filled in are none; a value needs the name of what it is a value of. */
const changes = z
  .array(change)
  .max(limits.changes, 'common:error.invalid')
  .default([])
  .superRefine((rows, context) => {
    rows.forEach((row, index) => {
      if (row.name === '' && row.reference === '' && (row.old || row.new || row.unit))
        context.addIssue({ code: 'custom', path: [index, 'name'], message: required })
    })
  })
  .transform((rows): (ParameterChange & { reference?: string; fit?: ParameterFit | '' })[] =>
    rows.filter((row) => row.name !== '' || row.reference !== ''),
  )

const replacements = z
  .string()
  .default('')
  .transform((text) => [
    ...new Set(
      text
        .split(/[,;，；、\n]/)
        .map((each) => each.trim().slice(0, 100))
        .filter(Boolean),
    ),
  ])
  .refine((all) => all.length <= limits.replacements, 'common:error.invalid')

const milestoneDays = Object.fromEntries(milestoneCodes.map((code) => [code, day])) as Record<
  (typeof milestoneCodes)[number],
  typeof day
>

/** What a change notice says beside its text. Each milestone is a field under its code. */
export const NoticeForm = z
  .object({
    type: z.enum(noticeTypes, choose),
    pattern,
    reasons: z.array(z.enum(reasonCodes, choose)).default([]),
    categories: z.array(z.enum(categoryCodes, choose)).default([]),
    cause: optional(limits.text),
    impacts: z.array(z.enum(impacts, choose)).default([]),
    impactNote: optional(limits.text),
    marking: optional(limits.marking),
    ...milestoneDays,
    changes,
    samplesFrom: day,
    samplesUntil: day,
    replacements,
  })
  .superRefine((input, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.reasons.length === 0) refuse('reasons', 'common:error.choose')
    if (input.categories.length === 0) refuse('categories', 'common:error.choose')
    const code = requiredMilestone[input.type]
    if (!input[code]) refuse(code, encodeMessage('changeNotices:error.milestone', { code }))
    const { samplesFrom, samplesUntil } = input
    if (samplesFrom && samplesUntil && samplesUntil < samplesFrom)
      refuse('samplesUntil', 'changeNotices:error.samples')
  })
export type NoticeInput = z.output<typeof NoticeForm>

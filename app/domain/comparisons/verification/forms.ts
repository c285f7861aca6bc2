import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import { maxFilesAtOnce } from '#app/domain/files/file.ts'
import type { Language } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { costCategories } from '../comparison.ts'
import { decimal } from '../decimal-field.ts'
import { ipmvpOptions, verificationLimits as limits, matters } from './verification.ts'

const required = 'common:error.required'
const unknown = 'common:error.unknown'
const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const text = (max: number) => z.string({ error: required }).trim().min(1, required).max(max, tooLong(max))
const optionalText = (max: number) => z.string().trim().max(max, tooLong(max)).default('')
const amount = (language: Language, min?: number) => decimal(language, { places: 9, min }).nullish()

/** A row that nobody filled in is none. */
const quantityRow = (language: Language) =>
  z
    .object({
      name: optionalText(limits.name),
      unit: optionalText(limits.unit),
      category: z.enum(costCategories).optional(),
      siteId: z.uuid(unknown).optional(),
      place: optionalText(limits.place),
      method: optionalText(limits.method),
      measuredFrom: z.iso.date(required).optional(),
      baseline: amount(language),
      followsVolume: z.literal('on').optional(),
      price: amount(language, 0),
    })
    .superRefine((row, context) => {
      if (isBlank(row)) return
      const miss = (field: string, message = required) =>
        context.addIssue({ code: 'custom', path: [field], message })
      for (const field of ['name', 'unit', 'category', 'measuredFrom', 'baseline', 'price'] as const)
        if (row[field] == null || row[field] === '') miss(field)
      if (!row.siteId && !row.place) miss('place', 'verification:error.place')
    })

const isBlank = (row: { name: string; unit: string; baseline?: string | null }) =>
  row.name === '' && row.unit === '' && row.baseline == null

/** `revision` is the one that the person saw; 0 before there is any. */
export const planForm = (language: Language) =>
  z
    .object({
      optionId: z.uuid('common:error.choose'),
      productId: z.uuid(unknown).optional(),
      ipmvpOption: z.enum(ipmvpOptions, { error: 'common:error.choose' }),
      boundary: text(limits.boundary),
      startsOn: z.string({ error: required }).regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'verification:error.month'),
      periods: z.coerce
        .number({ error: required })
        .int(unknown)
        .min(1, encodeMessage('common:error.tooSmall', { min: 1 }))
        .max(limits.months, encodeMessage('common:error.tooBig', { max: limits.months })),
      baselineVolume: amount(language, 0),
      quantities: z
        .array(quantityRow(language))
        .max(limits.quantities)
        .transform((rows) => rows.filter((row) => !isBlank(row)))
        .refine((rows) => rows.length > 0, 'verification:error.noQuantity'),
      revision: counter(0),
    })
    .refine(
      (plan) => !plan.quantities.some((row) => row.followsVolume) || Number(plan.baselineVolume ?? 0) > 0,
      {
        path: ['baselineVolume'],
        error: 'verification:error.baselineVolume',
      },
    )
export type PlanInput = z.output<ReturnType<typeof planForm>>

const reading = (language: Language) =>
  z
    .object({
      quantityId: z.uuid(unknown),
      value: amount(language),
      routine: amount(language),
      routineReason: optionalText(limits.reason),
      nonRoutine: amount(language),
      nonRoutineReason: optionalText(limits.reason),
    })
    .refine(({ value }) => value != null, { path: ['value'], error: required })
    .refine((row) => Number(row.routine ?? 0) === 0 || row.routineReason, {
      path: ['routineReason'],
      error: required,
    })
    .refine((row) => Number(row.nonRoutine ?? 0) === 0 || row.nonRoutineReason, {
      path: ['nonRoutineReason'],
      error: required,
    })

/** `revision` is the latest that the person saw; 0 where nothing was entered. */
export const actualsForm = (language: Language) =>
  z.object({
    volume: amount(language, 0),
    note: optionalText(limits.note),
    readings: z.array(reading(language)).min(1, required).max(limits.quantities),
    fileIds: z
      .array(z.uuid(unknown))
      .max(maxFilesAtOnce, encodeMessage('common:file.tooMany', { max: maxFilesAtOnce }))
      .default([]),
    revision: counter(0),
  })
export type ActualsInput = z.output<ReturnType<typeof actualsForm>>

/** Names what was on the page by its hash; `number` is the month. */
export const SignMatterForm = z.object({
  matter: z.enum(matters, { error: unknown }),
  number: counter(0).default(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'common:error.invalid'),
  isMeant: z.literal('on', { error: 'verification:error.confirm' }),
})
export type SignMatterInput = Omit<z.output<typeof SignMatterForm>, 'isMeant'>

import { z } from 'zod'
import { counter } from '#app/domain/access/counter.ts'
import type { Language } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { comparisonLimits, currencies } from './comparison.ts'
import { decimal } from './decimal-field.ts'
import { amount, hasUniqueKeys, key, optionalText, quantity, required, text } from './form-fields.ts'
import { characteristicForm } from './model/characteristic-form.ts'
import { checkModel } from './model/check-model.ts'
import { lineForm, nameForm } from './model/line-form.ts'
import { termsForm } from './model/terms-form.ts'

const limits = comparisonLimits

/** The structure and the supplier's own values. The first option is the baseline; `values` are by the option's key. */
export function comparisonForm(language: Language) {
  return z.object({
    title: text(limits.title),
    purpose: optionalText(limits.purpose),
    currency: z.enum(currencies, { error: 'common:error.choose' }),
    ratePercent: decimal(language, { places: 4, min: -99, max: 1000 })
      .optional()
      .refine((rate) => rate != null, required),
    horizonYears: z
      .number({ error: required })
      .int('comparisons:error.wholeYears')
      .min(1, encodeMessage('common:error.tooSmall', { min: 1 }))
      .max(limits.years, encodeMessage('common:error.tooBig', { max: limits.years })),
    volumes: z
      .array(z.object({ quantity: quantity(language) }))
      .min(1, required)
      .max(limits.years),
    options: z
      .array(z.object({ key, name: text(limits.name) }))
      .min(2, 'comparisons:problem.noAlternative')
      .max(limits.options, encodeMessage('comparisons:problem.tooManyOptions', { maximum: limits.options }))
      .refine(hasUniqueKeys, 'common:error.invalid'),
    lines: z
      .array(lineForm(language))
      .min(1, 'comparisons:error.noLines')
      .max(limits.lines, encodeMessage('comparisons:problem.tooManyLines', { maximum: limits.lines }))
      .refine(hasUniqueKeys, 'common:error.invalid'),
    names: z
      .array(nameForm(language))
      .max(limits.names, encodeMessage('calculators:problem.tooMany', { maximum: limits.names }))
      .refine(hasUniqueKeys, 'common:error.invalid')
      .optional(),
    characteristics: z
      .array(characteristicForm(language))
      .max(limits.characteristics, encodeMessage('common:error.tooBig', { max: limits.characteristics }))
      .refine(hasUniqueKeys, 'common:error.invalid')
      .optional(),
    ...termsForm(language),
  })
}
export type ComparisonInput = z.output<ReturnType<typeof comparisonForm>>

export const newComparisonForm = (language: Language) =>
  comparisonForm(language)
    .extend({ accountId: z.uuid({ error: 'common:error.choose' }) })
    .superRefine(checkModel)

/** Carries the revision that the person saw. */
export const editComparisonForm = (language: Language) =>
  comparisonForm(language)
    .extend({ revision: counter(0) })
    .superRefine(checkModel)

/** One value of one's own side; empty clears it. `seenAt` is when it had been changed last, as the person saw it. */
export const valueForm = (language: Language) =>
  z.object({
    value: amount(language),
    note: optionalText(limits.note),
    seenAt: z.iso.datetime().optional(),
    /** Set by the page's own script: the answer comes back to it instead of leading to the comparison. */
    inPlace: z.literal('1').optional(),
  })
export type ValueInput = Pick<z.output<ReturnType<typeof valueForm>>, 'value' | 'note' | 'seenAt'>

/** Names what was on the page: the hash of the case and its figures. */
export const SignForm = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'common:error.invalid'),
  isMeant: z.literal('on', { error: 'comparisons:error.confirmSignature' }),
})

export const ShareForm = z.object({})

/** Asked by those who prepared it; the second member approves it or sends it back with a word. */
export const ApprovalForm = z
  .object({ act: z.enum(['ask', 'approve', 'sendBack']), reason: optionalText(limits.reason) })
  .refine(({ act, reason }) => act !== 'sendBack' || reason !== '', { path: ['reason'], message: required })

export const EndForm = z.object({ as: z.enum(['reject', 'withdraw', 'close']), reason: text(limits.reason) })

export const TrialForm = z.object({ from: z.iso.date({ error: required }) })

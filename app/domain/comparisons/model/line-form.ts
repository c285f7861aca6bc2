import { z } from 'zod'
import type { Language } from '#app/i18n/languages.ts'
import { comparisonLimits, costBases, costCategories } from '../comparison.ts'
import { decimal } from '../decimal-field.ts'
import { calculators } from '../engine/calculators/registry.ts'
import { amount, key, optionalText, quantity, text } from '../form-fields.ts'

/** Calculators whose result is a cost; the others give figures. */
export const costCalculators = calculators.filter(({ basis }) => basis !== 'figure')

/** How the amounts of a line come about: put in, by a formula, or by one of the calculators. */
const ways = ['values', 'formula', ...costCalculators.map(({ id }) => id)]

const years = (language: Language, min: number) =>
  decimal(language, { places: 0, min, max: comparisonLimits.years })
const values = (language: Language) => z.record(z.string(), amount(language)).default({})

/** A cost line; `values` are by the option's key, `inputs` by the name of the calculator's input. */
export function lineForm(language: Language) {
  return z.object({
    key,
    name: text(comparisonLimits.name),
    category: z.enum(costCategories, { error: 'common:error.choose' }),
    basis: z.enum(costBases, { error: 'common:error.choose' }),
    values: values(language),
    by: z.enum(ways, { error: 'common:error.choose' }).optional(),
    formula: optionalText(comparisonLimits.formula).optional(),
    inputs: z
      .record(z.string(), z.object({ of: optionalText(comparisonLimits.unit), values: values(language) }))
      .optional(),
    /** What the basis counts by: units in a batch, events in a year; of a one-off cost its year, and lives by option. */
    batchSize: quantity(language),
    eventsPerYear: quantity(language),
    year: years(language, 0).nullish(),
    lives: z.record(z.string(), years(language, 1).nullish()).optional(),
  })
}
export type LineInput = z.output<ReturnType<typeof lineForm>>

/** A named assumption: one value for all options, a value for each, or a formula over other names. */
export function nameForm(language: Language) {
  return z.object({
    key,
    name: text(comparisonLimits.unit),
    unit: optionalText(comparisonLimits.unit),
    isPerOption: z.literal('on').optional(),
    formula: optionalText(comparisonLimits.formula),
    value: amount(language),
    values: values(language),
  })
}
export type NameInput = z.output<ReturnType<typeof nameForm>>

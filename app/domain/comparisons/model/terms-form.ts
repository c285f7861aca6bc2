import { z } from 'zod'
import type { Language } from '#app/i18n/languages.ts'
import { comparisonLimits, costCategories } from '../comparison.ts'
import { decimal } from '../decimal-field.ts'
import { optionalText } from '../form-fields.ts'

/** Below this, in per cent, no rate is taken where costs change over the years: see LOWEST_RATE. */
export const lowestPercent = -90
const percent = (language: Language) => decimal(language, { places: 4, min: lowestPercent, max: 1000 })

/** The end product, and the terms that make costs change over the years. */
export function termsForm(language: Language) {
  return {
    productName: optionalText(comparisonLimits.product).optional(),
    productText: optionalText(comparisonLimits.purpose).optional(),
    rateKind: z.enum(['nominal', 'real'], { error: 'common:error.choose' }).optional(),
    inflationPercent: percent(language).nullish(),
    timing: z.enum(['year_end', 'mid_year'], { error: 'common:error.choose' }).optional(),
    escalation: z
      .array(
        z.object({
          category: z.enum(costCategories, { error: 'common:error.choose' }),
          percent: percent(language).nullish(),
        }),
      )
      .max(costCategories.length)
      .optional(),
  }
}

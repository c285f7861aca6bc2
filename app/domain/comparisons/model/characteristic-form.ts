import { z } from 'zod'
import type { Language } from '#app/i18n/languages.ts'
import { characteristicKinds, comparisonLimits, directions } from '../comparison.ts'
import { amount, key, optionalText, text } from '../form-fields.ts'

/** A characteristic of the end product; `values` are by the option's key. */
export function characteristicForm(language: Language) {
  return z.object({
    key,
    kind: z.enum(characteristicKinds, { error: 'common:error.choose' }),
    label: text(comparisonLimits.name),
    name: optionalText(comparisonLimits.unit),
    unit: optionalText(comparisonLimits.unit),
    direction: z.enum(directions, { error: 'common:error.choose' }),
    method: optionalText(comparisonLimits.method),
    conditions: optionalText(comparisonLimits.method),
    values: z.record(z.string(), amount(language)).default({}),
  })
}
export type CharacteristicInput = z.output<ReturnType<typeof characteristicForm>>

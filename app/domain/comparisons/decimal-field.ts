import { z } from 'zod'
import { decimalMark, digitsOf, readDecimal } from '#app/i18n/decimal-text.ts'
import type { Language } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'

interface DecimalLimits {
  places: number
  min?: number
  max?: number
}

/** A number as the language writes it; becomes plain decimal text, or null for an empty field. */
export function decimal(language: Language, { places, min, max }: DecimalLimits) {
  return z.string().transform((written, context) => {
    const refuse = (key: string, values: Record<string, string | number> = {}) => {
      context.addIssue({ code: 'custom', message: encodeMessage(key, values) })
      return z.NEVER
    }
    if (written.trim() === '') return null
    const read = readDecimal(written, language)
    if (read.kind === 'ambiguous') return refuse('comparisons:error.ambiguousNumber', { ...read })
    if (read.kind === 'notANumber') {
      return refuse('comparisons:error.notANumber', { example: `1234${decimalMark(language)}5` })
    }
    const digits = digitsOf(read.value)
    if (digits.places > places) return refuse('comparisons:error.tooManyPlaces', { places })
    if (digits.whole > 15) return refuse('comparisons:error.tooLarge')
    if (min !== undefined && Number(read.value) < min) return refuse('common:error.tooSmall', { min })
    if (max !== undefined && Number(read.value) > max) return refuse('common:error.tooBig', { max })
    return read.value
  })
}

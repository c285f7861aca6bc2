import { Decimal } from 'decimal.js'
import { z } from 'zod'
import { decimalMark, digitsOf, readDecimal } from '#app/i18n/decimal-text.ts'
import type { Language } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { parameterFits, parameterLimits, valueNames } from './parameter.ts'
import { isProblem, readUnit } from './units/read-unit.ts'

const limits = parameterLimits
const required = 'common:error.required'

const text = (max: number) =>
  z.string().trim().max(max, encodeMessage('common:error.tooLong', { max })).default('')

/** A value as the language writes it; null for an empty field. */
function value(language: Language) {
  return z
    .string()
    .default('')
    .transform((written, context) => {
      const refuse = (key: string, values: Record<string, string | number> = {}) => {
        context.addIssue({ code: 'custom', message: encodeMessage(key, values) })
        return z.NEVER
      }
      if (written.trim() === '') return null
      const read = readDecimal(written, language)
      if (read.kind === 'ambiguous') return refuse('comparisons:error.ambiguousNumber', { ...read })
      if (read.kind === 'notANumber')
        return refuse('comparisons:error.notANumber', { example: `1${decimalMark(language)}5` })
      const { whole, places } = digitsOf(read.value)
      if (places > limits.places) return refuse('comparisons:error.tooManyPlaces', { places: limits.places })
      return whole > 15 ? refuse('comparisons:error.tooLarge') : read.value
    })
}

const unit = text(limits.unit).transform((written, context) => {
  const read = readUnit(written)
  if (!isProblem(read)) return read.sign
  const known = read.suggestion ? 'Suggested' : ''
  const key = `parameters:error.${read.problem}${known}`
  context.addIssue({
    code: 'custom',
    message: encodeMessage(key, { part: read.part, suggestion: read.suggestion ?? '' }),
  })
  return z.NEVER
})

const row = (language: Language) =>
  z
    .object({
      symbol: text(limits.symbol),
      name: text(limits.name),
      conditions: text(limits.conditions),
      min: value(language),
      typ: value(language),
      max: value(language),
      unit,
      fit: z.enum(parameterFits).default('function'),
      isShared: z.boolean().default(false),
    })
    .superRefine((line, context) => {
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (isBlank(line)) return
      if (line.symbol === '') refuse('symbol', required)
      if (line.name === '') refuse('name', required)
      const values = valueNames.flatMap((name) => line[name] ?? [])
      if (values.length === 0) refuse('typ', 'parameters:error.noValue')
      if (values.some((each, at) => at > 0 && new Decimal(each).lt(values[at - 1] ?? each)))
        refuse('max', 'parameters:error.order')
    })

type Line = z.output<ReturnType<typeof row>>

const isBlank = ({ symbol, name, conditions, min, typ, max }: Omit<Line, 'unit'>) =>
  symbol === '' && name === '' && conditions === '' && min === null && typ === null && max === null

/** A whole table, as one form; lines that hold nothing are left out. */
export function parametersForm(language: Language) {
  return z.object({
    seenAt: z.coerce.date({ error: 'common:error.invalid' }),
    rows: z
      .array(row(language))
      .default([])
      .superRefine((lines, context) => {
        const seen = new Set<string>()
        lines.forEach(({ symbol }, at) => {
          if (symbol !== '' && seen.has(symbol))
            context.addIssue({ code: 'custom', path: [at, 'symbol'], message: 'parameters:error.twice' })
          seen.add(symbol)
        })
      })
      .transform((lines) => lines.filter((line) => !isBlank(line)))
      .refine((lines) => lines.length <= limits.rows, {
        error: encodeMessage('parameters:error.tooMany', { max: limits.rows }),
      }),
  })
}
export type ParametersInput = z.output<ReturnType<typeof parametersForm>>

import { z } from 'zod'
import { type Language, localeTags } from '#app/i18n/languages.ts'
import { differenceOfParameters, type ParameterDifference } from './difference.ts'
import { type Parameter, type ValueName, valueNames } from './parameter.ts'

/** How many changes an event tells; all of them stand on the page of the differences. */
export const mostTold = 12

const Amount = z.object({ value: z.string(), unit: z.string() }).nullable()

/** A change of a parameter as an event tells it to everybody who sees the version. */
export const ToldParameter = z.object({
  symbol: z.string(),
  values: z.array(z.object({ name: z.enum(valueNames), from: Amount, to: Amount })),
})
export type ToldParameter = z.infer<typeof ToldParameter>

/** What is no change of a quantity is not told, and neither is what customers do not see. */
export function toldChanges(from: Parameter[], to: Parameter[]): ToldParameter[] {
  const shared = (lines: Parameter[]) => lines.filter((line) => line.isShared)
  return differenceOfParameters(shared(from), shared(to))
    .flatMap(({ lines }) => lines)
    .filter(({ change }) => change !== 'rewritten')
    .slice(0, mostTold)
    .map(toldOf)
}

function toldOf({ symbol, change, from, to, values }: ParameterDifference): ToldParameter {
  const amount = (line: Parameter | null, name: ValueName) => {
    const value = line?.[name]
    return line && value ? { value, unit: line.unit } : null
  }
  const names = change === 'changed' ? values.map(({ name }) => name) : valueNames
  return {
    symbol,
    values: names
      .map((name) => ({ name, from: amount(from, name), to: amount(to, name) }))
      .filter(({ from: old, to: next }) => old !== null || next !== null),
  }
}

/** “η: Min. 97 % → 97.4 %”; `label` names a value in the reader's language. */
export function toldLine(
  { symbol, values }: ToldParameter,
  language: Language,
  label: (name: ValueName) => string,
): string {
  const point = new Intl.NumberFormat(localeTags[language]).formatToParts(0.5).find(isPoint)?.value ?? '.'
  const text = (amount: z.infer<typeof Amount>) =>
    amount ? `${amount.value.replace('.', point)} ${amount.unit}`.trim() : '—'
  const parts = values.map(({ name, from, to }) => `${label(name)} ${text(from)} → ${text(to)}`)
  return `${symbol}: ${parts.join(', ')}`
}

const isPoint = ({ type }: Intl.NumberFormatPart) => type === 'decimal'

import { type ComparisonCase, lineValue } from './case.ts'
import { Exact, inspectDecimal } from './decimal.ts'
import type { CaseResult } from './result.ts'

/**
 * The case as JSON text that is the same for equal cases: sorted keys; decimals without exponent and trailing
 * zeros; volumes by year, options and lines by id; nothing that is not part of the case.
 * Throws RangeError on a value that is not a decimal.
 */
export function canonicalCase(input: ComparisonCase): string {
  return stable(orderedCase(input))
}

/**
 * What both sides sign: the version of the engine that made the result, case and result, as canonical JSON. The
 * caller hashes it (SHA-256 of the UTF-8 text).
 */
export function caseText(input: ComparisonCase, result: CaseResult): string {
  const ordered = {
    ...result,
    options: [...result.options].sort((a, b) => byText(a.optionId, b.optionId)),
    alternatives: [...result.alternatives].sort((a, b) => byText(a.optionId, b.optionId)),
  }
  return stable({ engineVersion: result.engineVersion, case: orderedCase(input), result: ordered })
}

function orderedCase(input: ComparisonCase) {
  const options = [...input.options].sort((a, b) => byText(a.id, b.id))
  return {
    currency: input.currency,
    discountRate: normal(input.discountRate),
    horizonYears: input.horizonYears,
    volumes: input.volumes
      .flatMap(({ year, quantity }) => (quantity === null ? [] : [{ year, quantity: normal(quantity) }]))
      .sort((a, b) => a.year - b.year),
    options: options.map(({ id, name, isBaseline }) => ({ id, name, isBaseline })),
    lines: [...input.lines]
      .sort((a, b) => byText(a.id, b.id))
      .map((line) => ({
        id: line.id,
        name: line.name,
        category: line.category,
        basis: line.basis,
        values: Object.fromEntries(options.map(({ id }) => [id, normal(lineValue(line, id))])),
      })),
  }
}

/** Plain text of a decimal: no exponent, no trailing zeros. */
export function normal(value: string | null): string | null {
  if (value === null) return null
  if (inspectDecimal(value) !== 'valid') throw new RangeError(`${value} is not a decimal of the engine`)
  return new Exact(value).toFixed()
}

/** JSON with sorted keys. */
export function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => byText(a, b))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stable(item)}`).join(',')}}`
}

export function byText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

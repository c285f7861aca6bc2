import type { CaseLine, ComparisonCase } from './engine/case.ts'
import { resolveAssumption } from './engine/resolve.ts'

interface Valued {
  value: string | null
}

export interface CaseAssumption {
  id: string
  lineId: string | null
  optionId: string | null
  year: number | null
  supplier: Valued
  customer: Valued
}

/** A comparison as its tables know it, as far as figures go. */
export interface CaseSource {
  currency: string
  discountRate: string
  horizonYears: number
  options: { id: string; name: string; isBaseline: boolean }[]
  lines: Omit<CaseLine, 'values'>[]
  assumptions: CaseAssumption[]
}

/** What counts of an input: the customer's value where there is one. */
export function inForce(assumption: Pick<CaseAssumption, 'supplier' | 'customer'>) {
  return resolveAssumption({
    supplierValue: assumption.supplier.value,
    customerValue: assumption.customer.value,
  })
}

/** The case that the engine calculates, each input resolved between the two sides. */
export function caseOf(source: CaseSource): ComparisonCase {
  const values = new Map<string, Record<string, string | null>>()
  const volumes: ComparisonCase['volumes'] = []
  for (const assumption of source.assumptions) {
    const { value } = inForce(assumption)
    const { lineId, optionId, year } = assumption
    if (year !== null) volumes.push({ year, quantity: value })
    else if (lineId !== null && optionId !== null) {
      const line = values.get(lineId) ?? {}
      line[optionId] = value
      values.set(lineId, line)
    }
  }
  return {
    currency: source.currency,
    discountRate: source.discountRate,
    horizonYears: source.horizonYears,
    volumes: volumes.sort((a, b) => a.year - b.year),
    options: source.options.map(({ id, name, isBaseline }) => ({ id, name, isBaseline })),
    lines: source.lines.map(({ id, name, category, basis }) => ({
      id,
      name,
      category,
      basis,
      values: values.get(id) ?? {},
    })),
  }
}

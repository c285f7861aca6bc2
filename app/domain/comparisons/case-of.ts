import type { CostBasis, Direction } from './comparison.ts'
import type { CaseBasis, ComparisonCase } from './engine/case.ts'
import { resolveAssumption } from './engine/resolve.ts'

interface Valued {
  value: string | null
}

export interface CaseAssumption {
  id: string
  lineId: string | null
  optionId: string | null
  quantityId: string | null
  year: number | null
  supplier: Valued
  customer: Valued
}

/** A line with a value for each option, or with the calculator or the formula that gives it. */
export interface SourceLine {
  id: string
  name: string
  category: string
  basis: CostBasis
  calculator: string | null
  calculatorVersion: number | null
  /** Of the calculator's inputs those that are a named assumption. */
  bindings: Record<string, string>
  formula: string
  /** What the basis counts by; see the model CostLine. */
  batchSize: string | null
  eventsPerYear: string | null
  year: number
  lives: Record<string, number>
}

/** The terms that make costs change over the years. */
export interface CaseTerms {
  rateKind: 'nominal' | 'real'
  inflation: string | null
  timing: 'year_end' | 'mid_year'
  /** By category, per year, as fractions. */
  escalation: Record<string, string>
}

export interface SourceQuantity {
  id: string
  role: 'assumption' | 'input' | 'characteristic'
  lineId: string | null
  name: string
  unit: string
  isPerOption: boolean
  formula: string
  /** Of a characteristic. */
  kind: string
  label: string
  direction: Direction | null
  method: string
  conditions: string
}

/** A comparison as its tables know it, as far as figures go. */
export interface CaseSource extends CaseTerms {
  currency: string
  discountRate: string
  horizonYears: number
  options: { id: string; name: string; isBaseline: boolean }[]
  lines: SourceLine[]
  quantities: SourceQuantity[]
  assumptions: CaseAssumption[]
}

/** What counts of an input: the customer's value where there is one. */
export function inForce(assumption: Pick<CaseAssumption, 'supplier' | 'customer'>) {
  return resolveAssumption({
    supplierValue: assumption.supplier.value,
    customerValue: assumption.customer.value,
  })
}

/**
 * The case of a comparison that has nothing but values, each resolved between the two sides. What is calculated or changes over the
 * years is another one: see model/case-for.ts, which knows which it is.
 */
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
      basis: basis as CaseBasis,
      values: values.get(id) ?? {},
    })),
  }
}

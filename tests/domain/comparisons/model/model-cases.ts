import { calculatorOf } from '#app/domain/comparisons/engine/calculators/registry.ts'
import type {
  LineAmount,
  ModelCase,
  ModelInput,
  ModelLine,
} from '#app/domain/comparisons/engine/model/model-case.ts'

/** A baseline and one alternative, 1,000 units a year, 5 years, nominal 8 %, year-end; nothing in it yet. */
export function modelCase(change: Partial<ModelCase> = {}): ModelCase {
  return {
    model: 1,
    currency: 'EUR',
    horizonYears: 5,
    volumes: [{ year: 1, quantity: '1000' }],
    discount: { rate: '0.08', kind: 'nominal', amounts: 'nominal', inflation: null },
    timing: 'year_end',
    escalation: {},
    options: [
      { id: 'base', name: 'Present', isBaseline: true },
      { id: 'new', name: 'New', isBaseline: false },
    ],
    names: [],
    lines: [],
    characteristics: [],
    ...change,
  }
}

export const both = (base: string | null, other: string | null = base) => ({ base, new: other })

export const plain = (
  id: string,
  basis: 'per_unit' | 'per_year',
  values: ReturnType<typeof both>,
): ModelLine => ({ id, name: id, category: 'material', basis, amount: { by: 'values', values } })

/** A line by a calculator: each input is a name of the case, or has a value for each option. */
export function byCalculator(
  id: string,
  given: Record<string, string | ReturnType<typeof both>>,
  change: Partial<Extract<LineAmount, { by: 'calculator' }>> = {},
): ModelLine {
  const calculator = calculatorOf(id)
  if (!calculator) throw new Error(id)
  const inputs = calculator.inputs.map((input): ModelInput => {
    const value = given[input.name]
    return typeof value === 'string' ? { ...input, of: value } : { ...input, values: value ?? both(null) }
  })
  const { version, source, steps, category, basis } = calculator
  const amount: LineAmount = {
    by: 'calculator',
    calculator: id,
    version,
    source,
    inputs,
    steps: [...steps],
    ...change,
  }
  const timed =
    basis === 'one_off' ? { basis, year: 0, lives: {} } : { basis: basis as 'per_unit' | 'per_year' }
  return { id, name: id, category, amount, ...timed }
}

/** 11 kW, load factor 0.75, 6,000 h a year, 0.16 a kWh, η 0.898 → 0.933 (facts.md §1). */
export const motor = (given: Parameters<typeof byCalculator>[1] = {}): ModelLine =>
  byCalculator('motor', {
    ratedPower: both('11'),
    loadFactor: both('75'),
    operatingHours: both('6000'),
    efficiency: both('89.8', '93.3'),
    tariff: both('0.16'),
    ...given,
  })

export const byFormula = (formula: string, basis: 'per_unit' | 'per_year' = 'per_unit'): ModelLine => ({
  ...{ id: 'formula', name: 'formula', category: 'energy', basis, amount: { by: 'formula', formula } },
})

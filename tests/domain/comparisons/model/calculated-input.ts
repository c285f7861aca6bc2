import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { fiveYears } from '../comparison-cases.ts'

type Line = ComparisonInput['lines'][number]
type Name = NonNullable<ComparisonInput['names']>[number]

export const name = (key: string, unit: string, change: Partial<Name> = {}): Name => ({
  ...{ key, name: key, unit, formula: '', values: {} },
  ...change,
})

/** The motor of facts.md §1, its efficiency per option; its tariff a named assumption. */
export const motorLine: Line = {
  key: 'm',
  name: 'Energy of the motor',
  category: 'energy',
  basis: 'per_unit',
  values: {},
  by: 'motor',
  inputs: {
    ratedPower: { of: '', values: { n1: '11', n2: '11' } },
    loadFactor: { of: '', values: {} },
    operatingHours: { of: '', values: { n1: '6000', n2: '6000' } },
    efficiency: { of: '', values: { n1: '89.8', n2: '93.3' } },
    tariff: { of: 'tariff', values: {} },
  },
}

export const runLine: Line = {
  key: 'r',
  name: 'Energy of the test run',
  category: 'energy',
  basis: 'per_unit',
  values: {},
  by: 'formula',
  formula: 'perRun * tariff',
}

/** Two options, a motor, a formula, and the one-off cost of `fiveYears`. */
export function calculated(change: Partial<ComparisonInput> = {}): ComparisonInput {
  const base = fiveYears()
  return {
    ...base,
    volumes: [{ quantity: '100' }],
    names: [
      name('tariff', 'EUR/kWh', { value: '0.16' }),
      name('perRun', 'kWh/piece', { isPerOption: 'on', values: { n1: '0.42', n2: '0.31' } }),
    ],
    lines: [motorLine, runLine, ...base.lines.slice(1)],
    ...change,
  }
}

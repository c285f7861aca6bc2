import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calculatorOf,
  calculators,
  doubleCounting,
} from '#app/domain/comparisons/engine/calculators/registry.ts'
import { runCalculator } from '#app/domain/comparisons/engine/calculators/run.ts'
import { checkAssumptions } from '#app/domain/comparisons/engine/formulas/assumptions.ts'
import messages from '#app/i18n/en/calculators.json' with { type: 'json' }

function run(id: string, values: Record<string, string>) {
  const calculator = calculatorOf(id)
  if (!calculator) throw new Error(id)
  return runCalculator(calculator, values)
}
describe.each(calculators.map((calculator) => [calculator.id, calculator] as const))(
  '%s',
  (_, calculator) => {
    it('has formulas whose units agree, and a result of its basis', () => {
      const inputs = calculator.inputs.map(({ name, unit }) => ({ name, unit, value: '1' }))
      expect(checkAssumptions([...inputs, ...calculator.steps])).toEqual([])
      const units = {
        per_unit: 'CUR/piece',
        per_year: 'CUR/a',
        one_off: 'CUR',
        per_batch: 'CUR/lot',
        per_event: 'CUR/event',
      }
      if (calculator.basis !== 'figure') expect(calculator.steps.at(-1)?.unit).toBe(units[calculator.basis])
      expect(Object.keys(messages.name)).toContain(calculator.id)
      for (const { name } of calculator.inputs) expect(Object.keys(messages.input)).toContain(name)
      for (const { name } of calculator.steps) expect(Object.keys(messages.step)).toContain(name)
      for (const other of calculator.doubleCounts ?? []) expect(calculatorOf(other)?.id).toBe(other)
    })

    it('answers every input with a decimal or an exact problem at a field', () => {
      const names = [...calculator.inputs, ...calculator.steps].map(({ name }) => name)
      const text = fc.constantFrom(
        '',
        '0',
        '1',
        '-1',
        '50',
        '100',
        '1e-9',
        '1e12',
        '1e18',
        'NaN',
        'Infinity',
        '1e400',
        'x',
      )
      fc.assert(
        fc.property(fc.array(text, { minLength: 12, maxLength: 12 }), (texts) => {
          const values = Object.fromEntries(calculator.inputs.map(({ name }, n) => [name, texts[n] ?? '']))
          const result = runCalculator(calculator, values)
          if (result.ok) for (const { value } of result.steps) expect(value).toMatch(/^-?\d+(\.\d+)?$/)
          else for (const { path } of result.problems) expect(names).toContain(path)
        }),
        { numRuns: 40 },
      )
    })
  },
)

describe('what is refused', () => {
  it.each([
    [{ efficiency: '100.1' }, 'efficiency', 'aboveMaximum'],
    [{ efficiency: '0' }, 'efficiency', 'notAbove'],
    [{ operatingHours: '8785' }, 'operatingHours', 'aboveMaximum'],
    [{ ratedPower: '-1' }, 'ratedPower', 'notAbove'],
    [{ tariff: '-0.1' }, 'tariff', 'belowMinimum'],
    [{ tariff: ' ' }, 'tariff', 'missingInput'],
    [{ tariff: '0,16' }, 'tariff', 'notANumber'],
  ])('%o', (change, path, key) => {
    const duty = { ratedPower: '11', operatingHours: '6000', efficiency: '90', tariff: '0.16' }
    const result = run('motor', { ...duty, ...change })
    expect(
      result.ok ? [] : result.problems.map((problem) => [problem.path, problem.key.split('.')[1]]),
    ).toEqual([[path, key]])
  })

  it('lost margin and the same hours as lost output are warned of', () => {
    expect(doubleCounting(['stoppage', 'lost_output', 'tooling'])).toEqual([
      { first: 'lost_output', second: 'stoppage' },
    ])
    expect(doubleCounting(['stoppage', 'tooling'])).toEqual([])
  })
})

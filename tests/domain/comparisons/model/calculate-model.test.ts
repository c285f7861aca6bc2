import { describe, expect, test } from 'vitest'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import { calculateModel } from '#app/domain/comparisons/engine/model/calculate-model.ts'
import type { ModelCase, ModelResult } from '#app/domain/comparisons/engine/model/model-case.ts'
import type { CaseResult } from '#app/domain/comparisons/engine/result.ts'
import { both, byFormula, modelCase, motor, plain } from './model-cases.ts'

function figures(input: ModelCase): ModelResult {
  const { result, problems } = calculateModel(input)
  if (!result) throw new Error(JSON.stringify(problems))
  return result
}
const problemsOf = (change: Partial<ModelCase>) =>
  calculateModel(modelCase(change)).problems.map(({ path, key, values }) => [path, key.slice(20), values])

describe('a case with calculated lines', () => {
  test('the motor of facts.md §1 saves 2,067.832 kWh, which are 330.85 a year', () => {
    const { lines, alternatives } = figures(modelCase({ lines: [motor()] }))
    const energy = (id: string) => Number(lines[0]?.steps[id]?.find(({ name }) => name === 'energy')?.value)
    expect(energy('base')).toBeCloseTo(55122.494, 3)
    expect(energy('new')).toBeCloseTo(53054.662, 3)
    expect(Number(alternatives[0]?.firstYearSaving)).toBeCloseTo(330.85, 2)
    expect(alternatives[0]?.savingByYear).toHaveLength(5)
  })

  test('an input that is a name has its value in whatever unit of the kind', () => {
    const names = [
      { name: 'tariff', unit: 'EUR/MWh', values: both('160') },
      { name: 'power', unit: 'W', values: both('11000') },
    ]
    const bound = figures(modelCase({ names, lines: [motor({ tariff: 'tariff', ratedPower: 'power' })] }))
    const typed = figures(modelCase({ lines: [motor()] }))
    expect(bound.alternatives[0]?.npv).toBe(typed.alternatives[0]?.npv)
  })

  test('a formula is worked out for each option, also over names that are worked out', () => {
    const names = [
      { name: 'perRun', unit: 'kWh/piece', values: both('0.42', '0.31') },
      { name: 'runs', unit: '1', values: both('2') },
      { name: 'perPiece', unit: 'kWh/piece', formula: 'perRun * runs' },
      { name: 'tariff', unit: 'EUR/kWh', values: both('0.683') },
    ]
    const result = figures(modelCase({ names, lines: [byFormula('perPiece * tariff')] }))
    expect(result.lines[0]?.values).toEqual({ base: '0.57372', new: '0.42346' })
    expect(result.names).toEqual([{ name: 'perPiece', values: { base: '0.84', new: '0.62' } }])
    expect(result.alternatives[0]?.firstYearSaving).toBe('150.26')
  })

  test('with nothing that is calculated it has the figures of the plain case, to 15 places', () => {
    const lines = [plain('a', 'per_unit', both('50', '47')), plain('b', 'per_year', both('120.5', '99'))]
    const model = modelCase({ lines })
    const tooling = {
      ...{ id: 'c', name: 'c', category: 'tooling', basis: 'one_off' as const, year: 0, lives: {} },
      amount: { by: 'values' as const, values: both('0', '9000') },
    }
    const timed = figures({ ...model, lines: [...lines, tooling] })
    const base = calculateCase({
      ...{
        currency: 'EUR',
        discountRate: '0.08',
        horizonYears: 5,
        volumes: model.volumes,
        options: model.options,
      },
      lines: [...lines, tooling].map(({ id, name, category, basis, amount }) => ({
        ...{ id, name, category, values: 'values' in amount ? amount.values : {} },
        basis: basis as 'per_unit' | 'per_year' | 'one_off',
      })),
    })
    const rounded = ({ engineVersion: _, ...result }: CaseResult) =>
      JSON.parse(JSON.stringify(result), (_key, value) =>
        typeof value === 'string' && /^-?\d+\.\d{16,}$/.test(value) ? Number(value).toFixed(12) : value,
      ) as object
    const { lines: _, names: __, ...same } = timed
    expect(rounded(same)).toEqual(rounded(base))
  })

  test('in mid-year timing the rates are those of half years, put into years', () => {
    const lines = [plain('a', 'per_year', both('1000', '700'))]
    const tooling = {
      ...{ id: 'c', name: 'c', category: 'tooling', basis: 'one_off' as const, year: 0, lives: {} },
      amount: { by: 'values' as const, values: both('0', '1000') },
    }
    const [alternative] = figures(modelCase({ timing: 'mid_year', lines: [...lines, tooling] })).alternatives
    // −1000 + 300·3.992710·1.08^0.5 (annuity factor of facts.md §1)
    expect(Number(alternative?.npv)).toBeCloseTo(-1000 + 300 * 3.99271004 * Math.sqrt(1.08), 4)
    const rate = alternative?.irr.kind === 'one' ? Number(alternative.irr.rate) : Number.NaN
    const npvAt = [1, 2, 3, 4, 5].reduce((sum, year) => sum + 300 / (1 + rate) ** (year - 0.5), -1000)
    expect(npvAt).toBeCloseTo(0, 8)
    // 900 have come in by 2.5 years, 1,000 a third of the way to 3.5: of flows that fall in the middle of years.
    expect(alternative?.simplePayback).toMatchObject({ kind: 'years' })
    expect(alternative?.cashFlows).toEqual(['-1000', '300', '300', '300', '300', '300'])
  })
})

describe('what keeps it from being calculated', () => {
  const tariff = { name: 'tariff', unit: 'EUR/kWh', values: both('0.16') }

  test('a missing value is said where it is put in, and only where it is used', () => {
    const names = [
      { ...tariff, values: both('0.16', null) },
      { name: 'spare', unit: '1', values: both(null) },
    ]
    expect(problemsOf({ names, lines: [motor({ tariff: 'tariff' })] })).toEqual([
      ['names[0].values.new', 'missingInput', {}],
    ])
    expect(problemsOf({ lines: [motor({ tariff: both(null, '0.16') })] })).toEqual([
      ['lines[0].inputs.tariff.base', 'missingInput', {}],
    ])
    const perPiece = { name: 'perPiece', unit: 'EUR/piece', formula: 'tariff * energy' }
    const energy = { name: 'energy', unit: 'kWh/piece', values: both(null, '1') }
    expect(problemsOf({ names: [tariff, energy, perPiece], lines: [byFormula('perPiece')] })).toEqual([
      ['names[1].values.base', 'missingInput', {}],
    ])
  })

  test('division by zero, bounds and size are said with the term that is meant', () => {
    const zero = { name: 'rate', unit: '1', values: both('0', '2') }
    const cost = { name: 'cost', unit: 'EUR/piece', values: both('5') }
    expect(problemsOf({ names: [zero, cost], lines: [byFormula('cost / rate')] })).toEqual([
      ['lines[0].formula', 'divisionByZero', { term: 'rate' }],
    ])
    expect(problemsOf({ lines: [motor({ efficiency: both('89.8', '101') })] })).toEqual([
      ['lines[0].inputs.efficiency.new', 'aboveMaximum', { maximum: '100' }],
    ])
    const huge = { name: 'huge', unit: '1', values: both('1000000000000') }
    expect(problemsOf({ names: [huge, cost], lines: [byFormula('cost * huge^2')] })).toEqual([
      ['lines[0]', 'outOfRange', { term: expect.any(String) }],
    ])
  })

  test('units, circles and unknown names, also where the currency was another one', () => {
    expect(problemsOf({ names: [tariff], lines: [byFormula('tariff * 2')] })).toEqual([
      ['lines[0].formula', 'resultUnit', expect.anything()],
    ])
    const circle = [
      { name: 'a', unit: '1', formula: 'b' },
      { name: 'b', unit: '1', formula: 'a' },
    ]
    expect(problemsOf({ names: circle })).toEqual([['names[0].formula', 'circular', { way: 'a → b → a' }]])
    expect(problemsOf({ lines: [motor({ tariff: 'nothing' })] })).toEqual([
      ['lines[0].inputs.tariff', 'unknownName', { name: 'nothing' }],
    ])
    const line = motor({ tariff: 'tariff' })
    expect(problemsOf({ currency: 'USD', names: [tariff], lines: [line] })).toEqual([
      [
        'lines[0].inputs.tariff',
        'units',
        { term: 'tariff', left: expect.any(String), right: expect.any(String) },
      ],
    ])
  })

  test('a calculator that the registry does not have any more gives no figure', () => {
    const { amount, ...line } = motor()
    const moved = { ...line, amount: { ...amount, inputs: [], steps: [] } } as typeof line & {
      amount: typeof amount
    }
    expect(problemsOf({ lines: [moved] })).toEqual([['lines[0]', 'calculatorMoved', {}]])
  })

  test('10⁻⁹ and 10¹² in one case; volumes of zero; nothing is ever NaN or Infinity', () => {
    const names = [
      { name: 'tiny', unit: 'EUR/piece', values: both('0.000000001') },
      { name: 'vast', unit: '1', values: both('1000000000000') },
    ]
    for (const quantity of ['0', '0.000000001', '1000000000000']) {
      const volumes = [{ year: 1, quantity }]
      const result = figures(modelCase({ names, volumes, lines: [byFormula('tiny * vast'), motor()] }))
      expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity|undefined/)
      expect(result.lines[0]?.values.base).toBe('1000')
    }
    expect(problemsOf({ volumes: [{ year: 1, quantity: '-1' }] })).toEqual([
      ['volumes[0].quantity', 'belowMinimum', { minimum: '0' }],
    ])
    expect(problemsOf({ horizonYears: 0 })[0]?.[0]).toBe('horizonYears')
    expect(figures(modelCase({ horizonYears: 60, lines: [motor()] })).options[0]?.costByYear).toHaveLength(61)
    const rate = { kind: 'nominal', amounts: 'nominal', inflation: null } as const
    expect(problemsOf({ discount: { ...rate, rate: '-1' } })).toEqual([
      ['discount.rate', 'belowMinimum', { minimum: '-0.9' }],
    ])
  })
})

import { Decimal } from 'decimal.js'
import { describe, expect, it } from 'vitest'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import { appraise } from '#app/domain/comparisons/engine/investment/appraisal.ts'
import {
  annuityFactor,
  capitalRecoveryFactor,
  equivalentAnnualCost,
} from '#app/domain/comparisons/engine/life-cycle/annuity.ts'
import { bearingLife } from '#app/domain/comparisons/engine/life-cycle/bearing-life.ts'
import { motorEnergy, motorEnergySaving } from '#app/domain/comparisons/engine/life-cycle/motor-energy.ts'
import { comparisonCase, line } from './engine-cases.ts'

function rounded(value: string | null, places: number): string {
  return new Decimal(value ?? Number.NaN).toFixed(places)
}

function years(payback: { kind: string; years?: string }): string {
  return rounded(payback.years ?? null, 4)
}

describe('an outlay of 1000 and five returns of 300 at 8 %', () => {
  const appraisal = appraise(['-1000', '300', '300', '300', '300', '300'], '0.08')

  it('has the known figures', () => {
    expect(rounded(appraisal.npv, 4)).toBe('197.8130')
    expect(appraisal.irr).toMatchObject({ kind: 'one', signChanges: 1 })
    expect(rounded(appraisal.irr.kind === 'one' ? appraisal.irr.rate : null, 6)).toBe('0.152382')
    expect(years(appraisal.simplePayback)).toBe('3.3333')
    expect(years(appraisal.discountedPayback)).toBe('4.0312')
    // (300 × 5.86660096 / 1000)^(1/5) - 1
    expect(rounded(appraisal.mirr, 6)).toBe('0.119700')
  })

  it('is what the case of the tests gives', () => {
    const result = calculateCase(comparisonCase())
    const alternative = result.alternatives[0]
    expect(alternative).toMatchObject({ ...appraisal, switchingCost: '1000', firstYearSaving: '300' })
    expect(alternative).toMatchObject({ runningSaving: '1500', horizonSaving: '500', roi: '0.5' })
  })
})

describe('annuities', () => {
  it('have the known figures for 5 years at 8 %', () => {
    expect(rounded(annuityFactor('0.08', 5), 6)).toBe('3.992710')
    expect(rounded(capitalRecoveryFactor('0.08', 5), 7)).toBe('0.2504565')
    expect(rounded(equivalentAnnualCost('1000', '0.08', 5), 4)).toBe('250.4565')
  })

  it('spread evenly at a rate of zero', () => {
    expect(annuityFactor('0', 4)).toBe('4')
    expect(capitalRecoveryFactor('0', 4)).toBe('0.25')
    expect(equivalentAnnualCost('1000', '0', 4)).toBe('250')
  })

  it.each([
    ['-1', 5],
    ['0.08', 0],
    ['0.08', 1.5],
    ['NaN', 5],
  ])('refuse rate %s over %s years', (rate, count) => {
    expect(() => annuityFactor(rate, count)).toThrow(RangeError)
  })
})

describe('motor energy', () => {
  const duty = { ratedKilowatts: '11', loadFactor: '0.75', hoursPerYear: '6000' }

  it('has the known figures', () => {
    expect(rounded(motorEnergy(duty, '0.898'), 3)).toBe('55122.494')
    expect(rounded(motorEnergy(duty, '0.933'), 3)).toBe('53054.662')
    const saving = motorEnergySaving(duty, '0.898', '0.933')
    expect(rounded(saving, 3)).toBe('2067.832')
    expect(new Decimal(saving).times('0.16').toFixed(2)).toBe('330.85')
  })

  it('refuses impossible inputs', () => {
    expect(() => motorEnergy(duty, '0')).toThrow(RangeError)
    expect(() => motorEnergy(duty, '1.01')).toThrow(RangeError)
    expect(() => motorEnergy({ ...duty, hoursPerYear: '8785' }, '0.9')).toThrow(RangeError)
    expect(() => motorEnergy({ ...duty, loadFactor: '-0.1' }, '0.9')).toThrow(RangeError)
  })
})

describe('bearing life', () => {
  const load = { dynamicRating: '52', equivalentLoad: '6.5', revolutionsPerMinute: '1500' }

  it.each([
    ['ball', '5688.9'],
    ['roller', '11377.8'],
  ] as const)('of a %s bearing is %s h', (kind, hours) => {
    expect(rounded(bearingLife({ kind, ...load }), 1)).toBe(hours)
  })

  it('refuses a load of zero', () => {
    expect(() => bearingLife({ kind: 'ball', ...load, equivalentLoad: '0' })).toThrow(RangeError)
  })
})

describe('costs of an option', () => {
  it('are stated per unit, by year and by category', () => {
    const input = comparisonCase({
      horizonYears: 4,
      volumes: [
        { year: 1, quantity: '3' },
        { year: 3, quantity: '5' },
        { year: 9, quantity: '100' },
      ],
      lines: [
        line('a', 'energy', 'per_year', ['10', '7']),
        line('b', 'material', 'per_unit', ['2.5', '2']),
        line('c', 'tooling', 'one_off', ['0', '40']),
      ],
    })
    const { options, alternatives, volumes } = calculateCase(input)
    expect(volumes.map(({ quantity }) => quantity)).toEqual(['3', '3', '5', '5'])
    expect(options[0]?.unitCost).toBe('5.833333333333333333')
    expect(options[0]?.costByYear.map(({ amount }) => amount)).toEqual(['0', '17.5', '17.5', '22.5', '22.5'])
    expect(options[1]?.costByCategory).toEqual([
      { category: 'material', perUnit: '2', horizon: '32' },
      { category: 'energy', perUnit: '2.333333333333333333', horizon: '28' },
      { category: 'tooling', perUnit: '0', horizon: '40' },
    ])
    expect(alternatives[0]?.bridge).toEqual({
      start: '5.833333333333333333',
      steps: [
        { category: 'material', amount: '-0.5', from: '5.833333333333333333', to: '5.333333333333333333' },
        { category: 'energy', amount: '-1', from: '5.333333333333333333', to: '4.333333333333333333' },
        { category: 'tooling', amount: '0', from: '4.333333333333333333', to: '4.333333333333333333' },
      ],
      end: '4.333333333333333333',
    })
  })

  it('have no unit cost and no bridge without volume', () => {
    const result = calculateCase(comparisonCase({ volumes: [{ year: 1, quantity: '0' }] }))
    expect(result.options[0]).toMatchObject({ unitCost: null, horizonCost: '5000' })
    expect(result.alternatives[0]).toMatchObject({
      savingPerUnit: null,
      bridge: null,
      firstYearSaving: '-100',
    })
  })
})

import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import {
  bestAlternative,
  firstYearByCategory,
  scaled,
  shortfall,
} from '#app/domain/comparisons/engine/verification/by-category.ts'
import { cumulated, monthlyForecast, total } from '#app/domain/comparisons/engine/verification/forecast.ts'
import { keptPromises } from '#app/domain/comparisons/engine/verification/kept-promises.ts'
import { type PeriodInput, periodSaving } from '#app/domain/comparisons/engine/verification/period-saving.ts'
import { anyCase } from './engine-cases.ts'

const Wide = Decimal.clone({ precision: 200 })
const add = (amounts: string[]) => amounts.reduce((sum, each) => sum.plus(each), new Wide(0))

const energy = { id: 'e', baseline: '50000', followsVolume: true, price: '0.16' }
const month = (change: Partial<PeriodInput> = {}, reading: object = {}): PeriodInput => ({
  ...{ baselineVolume: '10000', volume: '11000', quantities: [energy] },
  readings: [{ quantityId: 'e', value: '40000', routine: '0', nonRoutine: '0', ...reading }],
  ...change,
})

describe('the saving of a month', () => {
  test('is baseline − reporting ± adjustments, in the unit and in money (IPMVP, worked by hand)', () => {
    const { quantities, amount } = periodSaving(month({}, { routine: '-500', nonRoutine: '1200.5' }))
    // 50,000 × 11,000/10,000 = 55,000; − 500 + 1,200.5 = 55,700.5; − 40,000 = 15,700.5 kWh; × 0.16 = 2,512.08.
    expect(quantities[0]).toMatchObject({
      ...{ volumeAdjustment: '5000', adjustedBaseline: '55700.5', measured: '40000', saving: '15700.5' },
      amount: '2512.08',
    })
    expect(amount).toBe('2512.08')
  })

  test('of the motors of facts.md §1: 55,122.494 − 53,054.662 kWh at 0.16', () => {
    const motor = { id: 'e', baseline: '55122.494', followsVolume: false, price: '0.16' }
    const result = periodSaving(
      month({ quantities: [motor], baselineVolume: null, volume: null }, { value: '53054.662' }),
    )
    expect(result.quantities[0]?.saving).toBe('2067.832')
    expect(result.amount).toBe('330.85312')
  })

  test.each([
    ['no volume where the baseline follows it', month({ volume: null })],
    ['a baseline volume of zero', month({ baselineVolume: '0' })],
    ['a negative volume', month({ volume: '-1' })],
    ['a quantity without a reading', month({ readings: [] })],
    ['an empty value', month({}, { value: '' })],
    ['what is no decimal', month({}, { value: 'NaN' })],
    ['what is too large', month({}, { value: '1e30' })],
  ])('refuses %s', (_, input) => {
    expect(() => periodSaving(input)).toThrow(RangeError)
  })

  const amount = fc
    .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 9 }))
    .map(([n, places]) => new Wide(n.toString()).div(new Wide(10).pow(places)).toFixed())

  test('its quantities add up, and an adjustment moves it by itself', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, (baseline, value, routine, price) => {
        const quantities = [
          { id: 'e', baseline, followsVolume: false, price },
          { ...energy, id: 'f', followsVolume: false },
        ]
        const readings = [
          { quantityId: 'e', value, routine, nonRoutine: '0' },
          { quantityId: 'f', value: '1', routine: '0', nonRoutine: '0' },
        ]
        const result = periodSaving({ baselineVolume: null, volume: null, quantities, readings })
        expect(add(result.quantities.map((each) => each.amount)).eq(result.amount)).toBe(true)
        const [first] = result.quantities
        expect(new Wide(first?.saving ?? 'NaN').eq(new Wide(baseline).plus(routine).minus(value))).toBe(true)
        expect(new Wide(first?.amount ?? 'NaN').eq(new Wide(first?.saving ?? 0).times(price))).toBe(true)
      }),
    )
  })
})

describe('what was agreed, by month', () => {
  test('twelve months are the year to the last digit, and months behind the horizon promise nothing', () => {
    const years = [
      { year: 1, amount: '100' },
      { year: 2, amount: '-7.7' },
    ]
    const months = monthlyForecast(years, 30)
    expect(add(months.slice(0, 12)).toFixed()).toBe('100')
    expect(add(months.slice(12, 24)).toFixed()).toBe('-7.7')
    expect(months.slice(24)).toEqual(['0', '0', '0', '0', '0', '0'])
  })

  test('adds up until the first month of which nothing is known', () => {
    expect(cumulated(['1', '-3', null, '4'])).toEqual(['1', '-2', null, null])
    expect(total([])).toBe('0')
  })
})

describe('by category', () => {
  test('the first year is the sum of its categories, for every case', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const result = calculateCase(input)
        const best = bestAlternative(result)
        if (!best) return
        expect(
          add(firstYearByCategory(result, best).map((each) => each.amount)).eq(best.firstYearSaving),
        ).toBe(true)
      }),
    )
  })

  test('what is scaled adds up to the new total, and what was not reached is the difference', () => {
    const parts = [
      { category: 'energy', amount: '70' },
      { category: 'material', amount: '30' },
    ]
    const half = scaled(parts, '33.3')
    expect(add(half.map((each) => each.amount)).toFixed()).toBe('33.3')
    expect(scaled([], '5')).toEqual([{ category: null, amount: '5' }])
    expect(
      shortfall(parts, [
        { category: 'energy', amount: '60' },
        { category: null, amount: '0' },
      ]),
    ).toEqual([
      { category: 'energy', amount: '10' },
      { category: 'material', amount: '30' },
    ])
    expect(shortfall(parts, [{ category: 'energy', amount: '100' }])).toEqual([])
  })
})

describe('earlier promises', () => {
  const of = (...ratios: number[]) =>
    ratios.map((ratio) => ({ agreed: '200', verified: String(200 * ratio) }))

  test('say nothing below five, then median, range and n', () => {
    expect(keptPromises(of(1, 0.9, 1.1, 0.8))).toBeNull()
    expect(keptPromises(of(1, 0.9, 1.1, 0.8, 0.2))).toEqual({ n: 5, median: '0.9', low: '0.2', high: '1.1' })
    expect(keptPromises(of(1, 0.9, 1.1, 0.8, 0.2, 0.7))).toMatchObject({ n: 6, median: '0.85' })
  })

  test('what promised nothing has no ratio', () => {
    expect(
      keptPromises([...of(1, 1, 1, 1), { agreed: '0', verified: '5' }, { agreed: '-3', verified: '5' }]),
    ).toBeNull()
  })
})

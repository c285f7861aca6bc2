import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORY_ORDER } from '#app/domain/comparisons/engine/case.ts'
import {
  breakEvens,
  monteCarlo,
  tornado,
  triangular,
  whatMustHold,
} from '#app/domain/comparisons/engine/sensitivity/analyses.ts'
import { savingModel, type Uncertain } from '#app/domain/comparisons/engine/sensitivity/model.ts'
import type { TimedLine } from '#app/domain/comparisons/engine/time/timed-case.ts'
import { timeline } from '#app/domain/comparisons/engine/time/timeline.ts'
import { validateTimed } from '#app/domain/comparisons/engine/time/validate-timed.ts'
import { once, running, timedCase, values } from './timed-cases.ts'

const plain = timedCase({ lines: [running('saving', 'energy', ['300', '0']), once('price', ['0', '1000'])] })
const uncertain: Uncertain[] = [
  {
    name: 'saving',
    target: { kind: 'value', lineId: 'saving', optionId: 'base' },
    low: 200,
    likely: 300,
    high: 400,
  },
  {
    name: 'price',
    target: { kind: 'value', lineId: 'price', optionId: 'new' },
    low: 900,
    likely: 1000,
    high: 1100,
  },
  { name: 'rate', target: { kind: 'discountRate' }, low: 0, likely: 0.08, high: 0.3 },
]
const model = savingModel(plain, 'new', uncertain)
const annuity = 3.9927100371

describe('one input at a time', () => {
  it('the widest bar stands first', () => {
    const bars = tornado(model, uncertain)
    expect(bars.map(({ name }) => name)).toEqual(['saving', 'rate', 'price'])
    expect(bars[0]?.atLow).toBeCloseTo(200 * annuity - 1000, 5)
    expect(bars[2]?.atHigh).toBeCloseTo(300 * annuity - 1100, 5)
  })

  it('breaks even where NPV is 0: the rate is the IRR', () => {
    const [saving, price, rate] = breakEvens(model, uncertain)
    expect(saving).toMatchObject({ kind: 'at', value: expect.closeTo(1000 / annuity, 5) })
    expect(price).toMatchObject({ kind: 'none', name: 'price' })
    expect(rate).toMatchObject({ kind: 'at', value: expect.closeTo(0.152382, 6) })
  })

  it('says what would have to be true for a payback', () => {
    const [saving, price, rate] = whatMustHold(model, uncertain, 2.5)
    expect(saving).toMatchObject({ kind: 'at', value: expect.closeTo(400, 9) })
    expect([price?.kind, rate?.kind]).toEqual(['none', 'none'])
    expect(() => whatMustHold(model, uncertain, 6)).toThrow('horizon')
    expect(whatMustHold(model, uncertain, 10 / 3)[0]).toMatchObject({ value: expect.closeTo(300, 9) })
  })

  it.each<[Partial<Uncertain>, string]>([
    [{ low: 500 }, 'low ≤ likely'],
    [{ high: Number.POSITIVE_INFINITY }, 'low ≤ likely'],
    [{ likely: Number.NaN }, 'low ≤ likely'],
    [{ target: { kind: 'discountRate' } }, 'low ≤ likely'],
    [{ target: { kind: 'value', lineId: 'gone', optionId: 'new' } }, 'no line'],
  ])('refuses %o', (change, message) => {
    const [first] = uncertain
    if (first) expect(() => savingModel(plain, 'new', [{ ...first, ...change }])).toThrow(message)
  })
})

describe('Monte Carlo', () => {
  it('gives the same for the same seed, and what can be worked out by hand', () => {
    const only = uncertain.slice(0, 1)
    const run = (seed: number) => monteCarlo(savingModel(plain, 'new', only), only, { seed, runs: 20_000 })
    const { p10, p50, p90, mean, positive } = run(1)
    expect(run(1).outcomes).toEqual(run(1).outcomes)
    expect(run(2).p50).not.toBe(p50)
    // Triangular 200, 300, 400: P10 at 200 + √(0.1·200·100); NPV is linear in the saving.
    const tenth = 200 + Math.sqrt(0.1 * 200 * 100)
    expect(Math.abs(p10 - (tenth * annuity - 1000))).toBeLessThan(8)
    expect(Math.abs(p50 - 197.813)).toBeLessThan(5)
    expect(Math.abs(mean - 197.813)).toBeLessThan(5)
    expect(Math.abs(p90 - ((600 - tenth) * annuity - 1000))).toBeLessThan(8)
    // Nothing is saved below 250.4565: F = (50.4565)²/(200·100).
    expect(positive).toBeCloseTo(1 - 50.4565 ** 2 / 20_000, 2)
  })

  it('draws stay between low and high, also where all are one', () => {
    const ends = fc
      .tuple(fc.integer(), fc.integer(), fc.integer())
      .map((three) => three.sort((a, b) => a - b))
    fc.assert(
      fc.property(
        ends,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        ([low = 0, likely = 0, high = 0], u) => {
          const drawn = triangular({ low, likely, high }, u)
          expect(drawn >= low && drawn <= high).toBe(true)
        },
      ),
    )
    expect(() => monteCarlo(model, uncertain, { seed: -1, runs: 1 })).toThrow('seed')
    expect(() => monteCarlo(model, uncertain, { seed: 1, runs: 0 })).toThrow('runs')
  })
})

function big(lines: number, horizonYears: number) {
  const items = Array.from({ length: lines }, (_, index): TimedLine => {
    const category = CATEGORY_ORDER[index % CATEGORY_ORDER.length] ?? 'material'
    const texts = [17, 16, 15].map((share) => `${(index * share) % 89}.${(index * 7919) % 1000}`)
    if (index % 20 === 0) return once(`l${index}`, texts, { new: 7 })
    return {
      id: `l${index}`,
      name: `l${index}`,
      category,
      basis: index % 2 ? 'per_unit' : 'per_year',
      values: values(...texts),
    }
  })
  const options = [...timedCase().options, { id: 'third', name: 'Third', isBaseline: false }]
  return timedCase({ horizonYears, options, lines: items, escalation: { energy: '0.03', material: '0.01' } })
}
function median(work: () => void): number {
  for (let round = 0; round < 10; round += 1) work()
  const times = Array.from({ length: 11 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[5] ?? 0
}
const of = (input: ReturnType<typeof big>, count: number): Uncertain[] =>
  input.lines.slice(0, count).map(({ id, values: own }) => {
    const likely = Number(own.new)
    return {
      name: id,
      target: { kind: 'value', lineId: id, optionId: 'new' },
      low: likely * 0.8,
      likely,
      high: likely * 1.2,
    }
  })

it('is as fast as a person types', () => {
  const whole = big(500, 15)
  const ready = savingModel(whole, 'new', [])
  const figures = {
    again: median(() => ready.npv([])),
    validate: median(() => validateTimed(whole)),
    exact: median(() => timeline(whole)),
    built: median(() => savingModel(whole, 'new', []).npv([])),
    tornado: median(() => tornado(savingModel(whole, 'new', of(whole, 200)), of(whole, 200))),
  }
  const small = big(100, 15)
  const start = performance.now()
  monteCarlo(savingModel(small, 'new', of(small, 100)), of(small, 100), { seed: 1, runs: 10_000 })
  const drawn = performance.now() - start
  if (process.env.SHOW_TIMES) process.stderr.write(`${JSON.stringify({ ...figures, drawn })}\n`)
  // Ten times the bars for the exact path: the machine is shared by all tests.
  expect(figures.exact).toBeLessThan(50)
  expect(figures.tornado).toBeLessThan(150)
  expect(drawn).toBeLessThan(2000)
})

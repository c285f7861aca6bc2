import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import { savingModel } from '#app/domain/comparisons/engine/sensitivity/model.ts'
import type { TimedCase, TimedLine } from '#app/domain/comparisons/engine/time/timed-case.ts'
import { costPerGoodPiece, timeline } from '#app/domain/comparisons/engine/time/timeline.ts'
import { validateTimed } from '#app/domain/comparisons/engine/time/validate-timed.ts'
import { anyCase } from './engine-cases.ts'
import { once, randomCase, running, timedCase, values } from './timed-cases.ts'

const option = (input: TimedCase, id = 'new') =>
  timeline(input).options.find(({ optionId }) => optionId === id)
const npv = (input: TimedCase) => Number(timeline(input).alternatives[0]?.npv)

describe('a case over the years', () => {
  it('−1000 and 5 × 300 at 8 % are 197.8130', () => {
    const lines = [running('r', 'energy', ['300', '0']), once('o', ['0', '1000'])]
    expect(npv(timedCase({ lines })).toFixed(4)).toBe('197.8130')
    const middle = npv(timedCase({ lines, timing: 'mid_year' }))
    expect(middle).toBeCloseTo(1197.813011 * Math.sqrt(1.08) - 1000, 5)
  })

  it('gives the same as the case without time where nothing changes', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        fc.pre(Number(input.discountRate) >= -0.9 && Number(input.discountRate) <= 10)
        const lines = input.lines.map((line): TimedLine => {
          return line.basis === 'one_off'
            ? { ...line, basis: 'one_off', year: 0, lives: {} }
            : { ...line, basis: line.basis }
        })
        const discount = { rate: input.discountRate, kind: 'real', amounts: 'real', inflation: null } as const
        const { horizonYears, volumes, options } = input
        const timed = timeline(timedCase({ horizonYears, volumes, options, lines, discount }))
        for (const [index, { presentValue }] of calculateCase(input).options.entries()) {
          const mine = Number(timed.options[index]?.presentValue)
          expect(Math.abs(mine - Number(presentValue))).toBeLessThanOrEqual(Math.abs(mine) * 1e-12 + 1e-15)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('ramps evenly up to the whole volume', () => {
    const input = timedCase({ ramp: { share: '0.25', fullFrom: 4 } })
    expect(timeline(input).volumes).toEqual(['250', '500', '750', '1000', '1000'])
  })

  it('escalates each category from year 1 on', () => {
    const input = timedCase({ lines: [running('r', 'energy', ['0', '100'])], escalation: { energy: '0.1' } })
    expect(option(input)?.years.map(({ running: cost }) => cost)).toEqual([
      '0',
      '100',
      '110',
      '121',
      '133.1',
      '146.41',
    ])
  })

  it('a real rate on nominal amounts is converted, and needs the inflation', () => {
    const discount = { rate: '0.05', kind: 'real', amounts: 'nominal', inflation: '0.02' } as const
    expect(timeline(timedCase({ discount })).rate).toBe('0.071')
    const missing = timedCase({ discount: { ...discount, inflation: null } })
    expect(validateTimed(missing)).toEqual([
      { path: 'discount.inflation', key: 'calculators:problem.missingInput', values: {} },
    ])
  })

  it('buys again within the horizon and takes off what is left', () => {
    // n = ceil(10/4) - 1 = 2 replacements; left of the last one 1000·(1 - (10 - 8)/4) = 500.
    const input = timedCase({ horizonYears: 10, lines: [once('o', ['0', '1000'], { new: 4 })] })
    const capital = option(input)?.years.flatMap(({ year, capital: cost }) =>
      cost === '0' ? [] : [[year, cost]],
    )
    expect(capital).toEqual([
      [0, '1000'],
      [4, '1000'],
      [8, '1000'],
      [10, '-500'],
    ])
    const exact = timedCase({ horizonYears: 8, lines: [once('o', ['0', '1000'], { new: 4 })] })
    expect(option(exact)?.years.at(-1)?.capital).toBe('0')
  })

  it('counts batches and events', () => {
    const own = { id: 'b', name: 'b', category: 'process', values: values('0', '50') }
    const batch = timedCase({ lines: [{ ...own, basis: 'per_batch', size: '250' }] })
    expect(option(batch)?.years[1]?.running).toBe('200')
    const event = timedCase({ lines: [{ ...own, basis: 'per_event', events: '3' }] })
    expect(option(event)?.years[1]?.running).toBe('150')
    expect(costPerGoodPiece('1000', '500', '0.8')).toBe('2.5')
    expect(costPerGoodPiece('1000', '0', '0.8')).toBeNull()
  })

  it.each<[Partial<TimedCase>, string, string]>([
    [{ horizonYears: 0 }, 'horizonYears', 'belowMinimum'],
    [{ horizonYears: 61 }, 'horizonYears', 'aboveMaximum'],
    [
      { discount: { rate: '-1', kind: 'real', amounts: 'real', inflation: null } },
      'discount.rate',
      'belowMinimum',
    ],
    [{ volumes: [] }, 'volumes', 'missingInput'],
    [{ volumes: [{ year: 1, quantity: '-1' }] }, 'volumes[0].quantity', 'belowMinimum'],
    [{ escalation: { energy: 'NaN' } }, 'escalation.energy', 'notANumber'],
    [{ ramp: { share: '1.1', fullFrom: 2 } }, 'ramp.share', 'aboveMaximum'],
    [{ lines: [once('o', ['1', '1'], { new: 0 })] }, 'lines[0].lives.new', 'belowMinimum'],
    [{ lines: [once('o', ['1', '1'], {}, 6)] }, 'lines[0].year', 'aboveMaximum'],
    [{ lines: [once('o', ['1'])] }, 'lines[0].values.new', 'missingInput'],
    [{ lines: [{ ...once('b', ['1', '1']), basis: 'per_batch', size: '0' }] }, 'lines[0].size', 'notAbove'],
  ])('%o is refused at %s', (change, path, key) => {
    expect(validateTimed(timedCase(change))).toMatchObject([{ path, key: `calculators:problem.${key}` }])
    expect(() => timeline(timedCase(change))).toThrow(path)
  })
})

/** Line by line and year by year in plain numbers: nothing is added up before it is discounted, no step is shared. */
function recomputed(input: TimedCase, id: string): number {
  const { rate, kind, amounts, inflation } = input.discount
  const prices = kind === amounts ? 1 : 1 + Number(inflation)
  const r =
    (kind === amounts || kind === 'real' ? (1 + Number(rate)) * prices : (1 + Number(rate)) / prices) - 1
  let total = 0
  for (const line of input.lines) {
    const value = Number(line.values[id])
    const g = Number(input.escalation[line.category] ?? 0)
    if (line.basis === 'one_off') {
      let at = line.year
      const life = line.lives[id]
      total += (value * (1 + g) ** at) / (1 + r) ** at
      if (life === undefined) continue
      while (at + life < input.horizonYears) {
        at += life
        total += (value * (1 + g) ** at) / (1 + r) ** at
      }
      total -=
        (value * (1 + g) ** at * (1 - (input.horizonYears - at) / life)) / (1 + r) ** input.horizonYears
      continue
    }
    for (let year = 1; year <= input.horizonYears; year += 1) {
      const given = Number(input.volumes[year >= 3 ? 1 : 0]?.quantity)
      const risen = input.ramp ? Math.min(1, 0.25 + (0.75 * (year - 1)) / 3) : 1
      const counts = { per_unit: given * risen, per_year: 1, per_batch: 0, per_event: 0 }
      if (line.basis === 'per_batch') counts.per_batch = (given * risen) / Number(line.size)
      if (line.basis === 'per_event') counts.per_event = Number(line.events)
      const late = input.timing === 'mid_year' ? year - 0.5 : year
      total += (value * counts[line.basis] * (1 + g) ** (year - 1)) / (1 + r) ** late
    }
  }
  return total
}

it.each(Array.from({ length: 50 }, (_, n) => n))(
  'random case %i agrees with a recomputation to 1e-9',
  (n) => {
    const input = randomCase(n)
    expect(validateTimed(input)).toEqual([])
    const size = ['base', 'new'].map((id) => {
      const mine = Number(option(input, id)?.presentValue)
      expect(Math.abs(mine - recomputed(input, id))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(mine)))
      return Math.abs(mine)
    })
    const fast = savingModel(input, 'new', []).npv([])
    expect(Math.abs(fast - npv(input))).toBeLessThanOrEqual(1e-9 * Math.max(1, ...size))
  },
)

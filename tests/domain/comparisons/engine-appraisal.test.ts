import { describe, expect, it } from 'vitest'
import { appraise } from '#app/domain/comparisons/engine/investment/appraisal.ts'

const lasting = (years: string) => ({ kind: 'years', years, isLasting: true })
const passing = (years: string) => ({ kind: 'years', years, isLasting: false })
const never = { kind: 'never' }

describe('payback', () => {
  it.each([
    ['at the end of a year', ['-100', '50', '50', '50'], lasting('2')],
    ['within a year', ['-100', '80', '80'], lasting('1.25')],
    ['within the first year', ['-100', '400'], lasting('0.25')],
    ['after the horizon', ['-100', '20', '20'], never],
    ['with a loss every year', ['-100', '-1', '-1'], never],
    ['of nothing at all', ['0', '0', '0'], never],
    ['without outlay', ['0', '10'], lasting('0')],
    ['when money comes first', ['50', '10'], lasting('0')],
    ['when money comes first and is lost again', ['50', '-60'], passing('0')],
    ['when the outlay is in year 1', ['0', '-100', '200'], lasting('1.5')],
    [
      'when the end of life costs more than was gained',
      ['-100', '150', '-80'],
      passing(`0.${'6'.repeat(17)}7`),
    ],
    ['when a later loss is made good', ['-100', '200', '-150', '100'], passing('0.5')],
    ['of a single outlay', ['-100'], never],
  ])('%s', (_, flows, expected) => {
    expect(appraise(flows, '0').simplePayback).toEqual(expected)
    expect(appraise(flows, '0').discountedPayback).toEqual(expected)
  })

  it('may never come when discounted', () => {
    const { simplePayback, discountedPayback } = appraise(['-100', '50', '50'], '0.01')
    expect(simplePayback).toEqual(lasting('2'))
    expect(discountedPayback).toEqual(never)
  })
})

describe('internal rate', () => {
  it.each([
    ['no sign change', ['-100', '-5'], { kind: 'none', signChanges: 0 }],
    ['only zeros', ['0', '0'], { kind: 'none', signChanges: 0 }],
    ['one root', ['-100', '110'], { kind: 'one', rate: '0.1', signChanges: 1 }],
    ['a loss', ['-100', '50'], { kind: 'one', rate: '-0.5', signChanges: 1 }],
    ['zeros around', ['0', '-100', '0', '121', '0'], { kind: 'one', rate: '0.1', signChanges: 1 }],
    ['money first', ['100', '-110'], { kind: 'one', rate: '0.1', signChanges: 1 }],
    ['a very high one', ['-1', '1000000000001'], { kind: 'one', rate: '1000000000000', signChanges: 1 }],
    // 10 % and 20 %: -(1.1 - y)(1.2 - y) with y = 1 + r
    ['two roots', ['-100', '230', '-132'], { kind: 'several', rates: ['0.1', '0.2'], signChanges: 2 }],
    // (y - 1)(y - 2)(y - 3)
    ['three roots', ['-1', '6', '-11', '6'], { kind: 'several', rates: ['0', '1', '2'], signChanges: 3 }],
    // (y - 1)(y² + 1)
    ['one root of three changes', ['-1', '1', '-1', '1'], { kind: 'one', rate: '0', signChanges: 3 }],
    ['no root of two changes', ['1', '-2', '2'], { kind: 'none', signChanges: 2 }],
    // (y - 1.5)²: touches zero
    ['a double root', ['4', '-12', '9'], { kind: 'one', rate: '0.5', signChanges: 2 }],
    // (y - 1)³
    ['a triple root', ['1', '-3', '3', '-1'], { kind: 'one', rate: '0', signChanges: 3 }],
  ])('with %s', (_, flows, expected) => {
    expect(appraise(flows, '0.1').irr).toEqual(expected)
  })

  it('tells two close rates apart', () => {
    // 10 % and 10.000001 %, that is (y - 1.1)(y - 1.10000001)
    expect(appraise(['-1', '2.20000001', '-1.210000011'], '0').irr).toEqual({
      kind: 'several',
      rates: ['0.1', '0.10000001'],
      signChanges: 2,
    })
  })

  it('finds every rate of a row with ten', () => {
    // Π (y - k/10), k = 11 … 20, in exact decimals
    let row = [1]
    for (let k = 11; k <= 20; k += 1) {
      row = [...row, 0].map((coefficient, index) => coefficient * 10 - k * (row[index - 1] ?? 0))
    }
    const { irr } = appraise(row, '0')
    const rates = Array.from({ length: 10 }, (_, index) => String((index + 1) / 10))
    expect(irr).toEqual({ kind: 'several', rates, signChanges: 10 })
  })

  it('answers soon for sixty years of alternating signs', () => {
    const flows = Array.from({ length: 61 }, (_, year) => (year % 2 === 0 ? -100 - year : 101 + (year % 7)))
    const start = performance.now()
    expect(appraise(flows, '0.08').irr.signChanges).toBe(60)
    expect(performance.now() - start).toBeLessThan(500)
  })
})

describe('modified internal rate', () => {
  it.each([
    ['one outlay, one return', ['-100', '0', '121'], '0.05', '0.1'],
    // (230 × 1.05 / (100 + 132/1.05²))^(1/2) - 1
    ['two internal rates', ['-100', '230', '-132'], '0.05', '0.04837335301241'],
    ['nothing in', ['-100', '-5'], '0.1', null],
    ['nothing out', ['100', '5'], '0.1', null],
    ['nothing', ['0'], '0.1', null],
  ])('of %s', (_, flows, rate, expected) => {
    const { mirr } = appraise(flows, rate)
    expect(mirr?.slice(0, expected?.length) ?? null).toBe(expected)
  })
})

describe('an appraisal', () => {
  it('refuses what is not a row of numbers', () => {
    expect(() => appraise([], '0.1')).toThrow(RangeError)
    expect(() => appraise(['-1', 'NaN'], '0.1')).toThrow(RangeError)
    expect(() => appraise(['-1', Number.POSITIVE_INFINITY], '0.1')).toThrow(RangeError)
    expect(() => appraise(['-1', '2'], '-1')).toThrow(RangeError)
  })
})

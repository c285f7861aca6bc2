import { describe, expect, it } from 'vitest'
import {
  type Assumption,
  checkAssumptions,
  evaluateAssumptions,
} from '#app/domain/comparisons/engine/formulas/assumptions.ts'
import { answerTo, given } from './named.ts'

const keysOf = (formula: string, unit = '1', more: Assumption[] = []) =>
  checkAssumptions([...given, ...more, { name: 'y', unit, formula }], 'EUR').map(
    ({ key }) => key.split('.')[1],
  )
describe('formulas', () => {
  it.each([
    ['power * hours * tariff', 'EUR/a', '10560'],
    ['power * hours', 'kWh/a', '66000'],
    ['power × hours ÷ 1000', 'MWh/a', '0.066'],
    ['time * wage', 'EUR/piece', '2.1'],
    ['-2^2', '1', '-4'],
    ['2^3^2', '1', '512'],
    ['(1 + share)^3', '1', '1.061208'],
    ['max(power, 0) / power', '1', '1'],
    ['if(x >= 7, 1, 1 / 0)', '1', '1'],
    ['round(10 / 3, 2) + ceil(1.2)', '1', '5.33'],
    ['sqrt(power^2)', 'kW', '11'],
    ['1 - 2 - 3', '1', '-4'],
    ['8 / 2 / 2', '1', '2'],
  ])('%s in %s is %s', (formula, unit, value) => {
    expect(keysOf(formula, unit)).toEqual([])
    expect(answerTo(formula, unit)).toBe(value)
  })

  it.each([
    ['power + hours', 'kW', 'units'],
    ['power * hours', 'kW', 'resultUnit'],
    ['power * tarif', 'EUR/h', 'unknownName'],
    ['2 ^ power', '1', 'plainNumber'],
    ['power ^ x', '1', 'plainNumber'],
    ['if(power, 1, 2)', '1', 'plainNumber'],
    ['if(x > power, 1, 2)', '1', 'units'],
    ['1 +', '1', 'incomplete'],
    ['(1', '1', 'incomplete'],
    ['1)', '1', 'unexpected'],
    ['1,5', '1', 'unexpected'],
    ['1 & 2', '1', 'unexpected'],
    ['1.2.3', '1', 'unexpected'],
    ['', '1', 'incomplete'],
    ['foo(1)', '1', 'unknownFunction'],
    ['toString(1)', '1', 'unknownFunction'],
    ['if(1, 2)', '1', 'arguments'],
    ['y + 1', '1', 'circular'],
    ['1', 'furlong', 'unknownUnit'],
    [`${'('.repeat(41)}1${')'.repeat(41)}`, '1', 'tooDeep'],
    ['-'.repeat(99), '1', 'tooDeep'],
  ])('%s in %s is refused: %s', (formula, unit, key) => {
    expect(keysOf(formula, unit)).toEqual([key])
  })

  it('names the whole circle, and leaves what is outside of it alone', () => {
    const list: Assumption[] = [
      { name: 'a', unit: '1', formula: 'b + 1' },
      { name: 'b', unit: '1', formula: 'c + 1' },
      { name: 'c', unit: '1', formula: 'a + 1' },
      { name: 'd', unit: '1', formula: '2' },
    ]
    const problems = checkAssumptions(list)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]?.values).toEqual({ way: 'a → b → c → a' })
  })

  it('refuses names twice, names that are none, numbers that are none', () => {
    const one = (name: string, value: string): Assumption => ({ name, unit: '1', value })
    const problems = checkAssumptions([
      one('a', '1'),
      one('a', '2'),
      one('1b', '1'),
      one('c', 'NaN'),
      one('d', '1e30'),
    ])
    expect(problems.map(({ key }) => key.split('.')[1])).toEqual([
      'duplicateName',
      'badName',
      'notANumber',
      'outOfRange',
    ])
  })

  it.each([
    ['power / pieces', 'kW·a/piece', 'divisionByZero pieces'],
    ['1 / (x - 7)', '1', 'divisionByZero (x - 7)'],
    ['(x - 7)^-1', '1', 'divisionByZero (x - 7)^-1'],
    ['sqrt(0 - x)', '1', 'notReal sqrt(0 - x)'],
    ['(0 - x)^0.5', '1', 'notReal (0 - x)^0.5'],
    ['9^9^9', '1', 'outOfRange 9^9^9'],
    ['exp(1000)', '1', 'outOfRange exp(1000)'],
    ['10^61', '1', 'outOfRange 10^61'],
  ])('%s: %s', (formula, unit, problem) => expect(answerTo(formula, unit)).toBe(problem))

  it('bounds what all formulas of a case cost', () => {
    const roots = '2^0.3+'.repeat(333)
    const list = Array.from(
      { length: 5 },
      (_, n): Assumption => ({ name: `n${n}`, unit: '1', formula: `${roots}1` }),
    )
    const start = performance.now()
    expect(evaluateAssumptions(list).problems).toEqual([])
    expect(performance.now() - start).toBeLessThan(5000)
    expect(checkAssumptions([...list, { name: 'z', unit: '1', formula: `${roots}1` }])).toMatchObject([
      { key: 'calculators:problem.allTooLong', values: { maximum: 10_000 } },
    ])
  })

  it('answers hostile text within 100 ms', () => {
    const hostile = ['(', '-', '1+', '2^', 'max(', 'a', ' ', '9', '1.', '((1)', '\u0000', '😀']
    const list = hostile.map(
      (part): Assumption => ({ name: 'y', unit: '1', formula: part.repeat(200_000 / part.length) }),
    )
    for (const item of list) {
      const start = performance.now()
      expect(checkAssumptions([item]).length).toBe(1)
      expect(performance.now() - start).toBeLessThan(100)
    }
    const widest = Array.from({ length: 500 }, (_, n): Assumption => {
      return { name: `n${n}`, unit: '1', formula: n === 0 ? '1' : `n${n - 1} + n${n - 1} * 0` }
    })
    expect(evaluateAssumptions(widest).values.get('n499')).toBe('1')
    expect(checkAssumptions([...widest, ...widest]).map(({ key }) => key)).toEqual([
      'calculators:problem.tooMany',
    ])
  })
})

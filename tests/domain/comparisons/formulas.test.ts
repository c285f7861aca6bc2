import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Assumption,
  checkAssumptions,
  evaluateAssumptions,
} from '#app/domain/comparisons/engine/formulas/assumptions.ts'
import { isSame } from '#app/domain/comparisons/engine/quantities/dimension.ts'
import { parseUnit } from '#app/domain/comparisons/engine/quantities/units.ts'

const given: Assumption[] = [
  { name: 'power', unit: 'kW', value: '11' },
  { name: 'hours', unit: 'h/a', value: '6000' },
  { name: 'tariff', unit: 'EUR/kWh', value: '0.16' },
  { name: 'pieces', unit: 'piece/a', value: '0' },
  { name: 'share', unit: '%', value: '2' },
  { name: 'time', unit: 'min/piece', value: '3' },
  { name: 'wage', unit: 'EUR/h', value: '42' },
  { name: 'x', unit: '1', value: '7' },
]
const keysOf = (formula: string, unit = '1', more: Assumption[] = []) =>
  checkAssumptions([...given, ...more, { name: 'y', unit, formula }], 'EUR').map(
    ({ key }) => key.split('.')[1],
  )
function answerTo(formula: string, unit = '1') {
  const { values, problems } = evaluateAssumptions([...given, { name: 'y', unit, formula }], 'EUR')
  return values.get('y') ?? `${problems[0]?.key.split('.')[1]} ${problems[0]?.values.term}`
}

describe('units', () => {
  it.each([
    ['kWh', 'kW·h'],
    ['W', 'Nm/s'],
    ['Pa', 'N/m²'],
    ['m³/h', 'l/min'],
    ['rpm', '1/min'],
    ['%', '1'],
    ['EUR/kWh', 'CUR/MWh'],
    ['V·A', 'W'],
  ])('%s and %s are of one kind', (a, b) => {
    expect(
      isSame(parseUnit(a, 'EUR')?.dimension ?? { a: 1 }, parseUnit(b, 'EUR')?.dimension ?? { b: 1 }),
    ).toBe(true)
  })
  it.each([
    ['kW', 'kWh'],
    ['EUR', 'USD'],
    ['h', 'a'],
    ['CUR/lot', 'CUR/piece'],
  ])('%s and %s are not', (a, b) => {
    expect(isSame(parseUnit(a, 'EUR')?.dimension ?? {}, parseUnit(b, 'EUR')?.dimension ?? {})).toBe(false)
  })
  it.each(['', 'furlong', 'kW//h', '/', 'EURO', 'm^99', 'constructor', '__proto__', 'm'.repeat(100)])(
    'does not know %j',
    (text) => expect(parseUnit(text)).toBeNull(),
  )
})

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

type Node = { text: string; value: Decimal | null }
const Wide = Decimal.clone({ precision: 60 })
const leaf = fc
  .oneof(
    fc.integer({ min: 0, max: 9999 }).map((n) => `${n / 100}`),
    fc.constant('x'),
  )
  .map((text): Node => ({ text, value: new Wide(text === 'x' ? 7 : text) }))
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '<', 'min', 'max', 'if'), tie('node'), tie('node'))
      .map(joined),
  ),
}))

/** Built beside the text, from the inside out: without a parser. */
function joined([operator, a, b]: [string, Node, Node]): Node {
  const text = /[a-z]/.test(operator)
    ? `${operator}(${operator === 'if' ? 'x > 3, ' : ''}${a.text}, ${b.text})`
    : `(${a.text}) ${operator} (${b.text})`
  if (operator === 'if') return { text, value: a.value }
  if (!a.value || !b.value || (operator === '/' && b.value.isZero())) return { text, value: null }
  const results: Record<string, () => Decimal> = {
    '+': () => Wide.add(a.value ?? 0, b.value ?? 0),
    '-': () => Wide.sub(a.value ?? 0, b.value ?? 0),
    '*': () => Wide.mul(a.value ?? 0, b.value ?? 0),
    '/': () => Wide.div(a.value ?? 0, b.value ?? 1),
    '<': () => new Wide(a.value?.lt(b.value ?? 0) ? 1 : 0),
    min: () => Wide.min(a.value ?? 0, b.value ?? 0),
    max: () => Wide.max(a.value ?? 0, b.value ?? 0),
  }
  return { text, value: results[operator]?.() ?? null }
}

it('gives what an independent evaluation gives, or says why not', () => {
  fc.assert(
    fc.property(node, ({ text, value }) => {
      fc.pre(
        text.length < 2000 &&
          checkAssumptions([...given, { name: 'y', unit: '1', formula: text }], 'EUR').length === 0,
      )
      const mine = answerTo(text)
      if (value === null) expect(mine).toMatch(/divisionByZero|outOfRange/)
      else if (value.abs().gt('1e40')) expect(mine).not.toMatch(/NaN|Infinity/)
      else expect(new Wide(mine).minus(value).abs().lte(value.abs().times('1e-30').plus('1e-17'))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('never gives NaN or Infinity and never throws anything but problems, for any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[x0-9+*/^().,-]{0,30}$/)), (formula) => {
      if (checkAssumptions([...given, { name: 'y', unit: '1', formula }], 'EUR').length > 0) return
      expect(answerTo(formula)).not.toMatch(/NaN|Infinity/)
    }),
    { numRuns: 1000 },
  )
})

import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkAssumptions } from '#app/domain/comparisons/engine/formulas/assumptions.ts'
import { answerTo, given } from './named.ts'

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

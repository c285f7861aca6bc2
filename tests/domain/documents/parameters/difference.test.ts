import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOfFiles } from '#app/domain/documents/differences/files.ts'
import { differenceOfTexts } from '#app/domain/documents/differences/text.ts'
import { differenceOfParameters } from '#app/domain/documents/parameters/difference.ts'
import type { Parameter } from '#app/domain/documents/parameters/parameter.ts'

const line = (input: Partial<Parameter>): Parameter => ({
  symbol: 'P_N',
  name: 'Rated power',
  conditions: '',
  min: null,
  typ: '7.5',
  max: null,
  unit: 'kW',
  fit: 'function',
  isShared: true,
  ...input,
})
const only = (from: Parameter[], to: Parameter[]) =>
  differenceOfParameters(from, to).flatMap((group) => group.lines)

describe('parameters', () => {
  test('in another unit are no change', () => {
    const [found] = only([line({ typ: '0.5', unit: 'mW' })], [line({ typ: '500', unit: 'µW' })])
    expect(found).toMatchObject({ change: 'rewritten', values: [] })
  })
  test('that are the same are left out', () => {
    expect(differenceOfParameters([line({})], [line({})])).toEqual([])
  })
  test('that changed say by how much', () => {
    const [found] = only([line({ typ: '7.5' })], [line({ typ: '7500', max: '8', unit: 'W' })])
    expect(found?.change).toBe('changed')
    expect(found?.values).toEqual([{ name: 'max', relative: null }])
    const [more] = only([line({ typ: '10' })], [line({ typ: '12' })])
    expect(more?.values).toEqual([{ name: 'typ', relative: 0.2 }])
  })
  test('of another dimension changed, without a ratio', () => {
    const [found] = only([line({ unit: 'kW' })], [line({ unit: 'kVA' })])
    expect(found).toMatchObject({ change: 'changed', values: [{ name: 'typ', relative: null }] })
  })
  test('come and go, by what they are about', () => {
    const groups = differenceOfParameters(
      [line({ symbol: 'm', fit: 'form' })],
      [line({ symbol: 'b', fit: 'fit' })],
    )
    expect(groups.map(({ fit, lines }) => [fit, lines[0]?.change])).toEqual([
      ['fit', 'added'],
      ['form', 'removed'],
    ])
  })
})

describe('texts', () => {
  test('are compared by words', () => {
    const [found] = differenceOfTexts('Tighten with 2.5 Nm and wait.', 'Tighten with 2.8 Nm and wait.')
    expect(found?.change).toBe('changed')
    const changed = found?.pieces.filter(({ change }) => change !== 'same').map(({ text }) => text.trim())
    expect(changed?.join(' ')).toContain('8')
  })
  test('in Chinese as well', () => {
    const [found] = differenceOfTexts('散热器的力矩是二牛米。', '散热器的力矩是三牛米。')
    expect(found?.change).toBe('changed')
  })
  test('a paragraph that says something else is another one', () => {
    const found = differenceOfTexts('All about torque.', 'Quite different words here.')
    expect(found.map(({ change }) => change)).toEqual(['removed', 'added'])
  })

  const paragraph = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', '2.5', 'Nm', '|', '力矩'), {
    minLength: 1,
    maxLength: 12,
  })
  const text = fc
    .array(paragraph, { maxLength: 8 })
    .map((all) => all.map((words) => words.join(' ')).join('\n\n'))
  test('both can be read from the difference', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const found = differenceOfTexts(from, to)
        const without = (change: 'added' | 'removed') =>
          found
            .map(({ pieces }) =>
              pieces
                .filter((piece) => piece.change !== change)
                .map((piece) => piece.text)
                .join(''),
            )
            .filter(Boolean)
            .join('\n\n')
        expect(without('added')).toBe(from)
        expect(without('removed')).toBe(to)
      }),
    )
  })
})

describe('files', () => {
  const file = (name: string, sha256: string) => ({ name, size: 1, sha256 })
  test('are told apart by bytes and name', () => {
    const from = [file('a.pdf', '1'), file('b.pdf', '2'), file('c.pdf', '3'), file('gone.pdf', '4')]
    const to = [file('a.pdf', '1'), file('b.pdf', '9'), file('see.pdf', '3'), file('new.pdf', '5')]
    expect(differenceOfFiles(from, to).map(({ change }) => change)).toEqual([
      'same',
      'changed',
      'renamed',
      'added',
      'removed',
    ])
  })
  test('a copy does not take the place of the same file', () => {
    const found = differenceOfFiles([file('b', '1')], [file('a', '1'), file('b', '1')])
    expect(found.map(({ change }) => change)).toEqual(['added', 'same'])
  })
})

test('200 parameters and 5,000 words take well under 100 ms', () => {
  const words = Array.from({ length: 5000 }, (_, at) =>
    at % 60 === 59 ? `w${at}\n\n` : `w${at % 700}`,
  ).join(' ')
  const rows = (by: number) =>
    Array.from({ length: 200 }, (_, at) =>
      line({ symbol: `P_${at}`, typ: String(at * by), unit: at % 2 ? 'kW' : 'µF' }),
    )
  const changed = words.replace(/w1\d5\b/g, 'other')
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now()
    differenceOfParameters(rows(1), rows(2))
    differenceOfTexts(words, changed)
    return performance.now() - before
  })
  const best = Math.min(...times)
  expect(best, `${best.toFixed(1)} ms`).toBeLessThan(process.env.CI ? 300 : 100)
})

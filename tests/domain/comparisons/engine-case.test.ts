import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculateCase, ENGINE_VERSION } from '#app/domain/comparisons/engine/calculate.ts'
import { canonicalCase, caseText } from '#app/domain/comparisons/engine/canonical.ts'
import type { ComparisonCase } from '#app/domain/comparisons/engine/case.ts'
import { resolveAssumption } from '#app/domain/comparisons/engine/resolve.ts'
import { validateCase } from '#app/domain/comparisons/engine/validate.ts'
import { anyCase, comparisonCase, line } from './engine-cases.ts'

const [base, alternative] = comparisonCase().options as [
  ComparisonCase['options'][number],
  ComparisonCase['options'][number],
]
const third = { id: 'third', name: 'Third', isBaseline: true }
const tooMany = Array.from({ length: 2001 }, (_, index) =>
  line(`l${index}`, 'material', 'per_unit', ['1', '1']),
)

describe('validation', () => {
  it('finds nothing in a good case', () => {
    expect(validateCase(comparisonCase())).toEqual([])
    expect(validateCase(comparisonCase({ lines: tooMany.slice(1), horizonYears: 60 }))).toEqual([])
  })

  it.each<[string, Partial<ComparisonCase>, string, string]>([
    ['no baseline', { options: [alternative], lines: [] }, 'options', 'noBaseline'],
    ['two baselines', { options: [base, third, alternative], lines: [] }, 'options', 'severalBaselines'],
    ['no alternative', { options: [base] }, 'options', 'noAlternative'],
    ['the same option twice', { options: [base, alternative, alternative] }, 'options[2].id', 'duplicateId'],
    ['no year', { horizonYears: 0 }, 'horizonYears', 'horizon'],
    ['61 years', { horizonYears: 61 }, 'horizonYears', 'horizon'],
    ['half a year', { horizonYears: 0.5 }, 'horizonYears', 'horizon'],
    ['a rate of -1', { discountRate: '-1.0' }, 'discountRate', 'discountRate'],
    ['a rate in words', { discountRate: 'eight' }, 'discountRate', 'notANumber'],
    [
      'a negative volume',
      { volumes: [{ year: 1, quantity: '-1' }] },
      'volumes[0].quantity',
      'negativeVolume',
    ],
    ['no volume', { volumes: [] }, 'volumes', 'missingVolume'],
    ['an empty first volume', { volumes: [{ year: 1, quantity: null }] }, 'volumes', 'missingVolume'],
    ['too many lines', { lines: tooMany }, 'lines', 'tooManyLines'],
    [
      'a missing value',
      { lines: [line('a', 'test', 'per_unit', ['1', null])] },
      'lines[0].values.new',
      'missingValue',
    ],
    [
      'an absent value',
      { lines: [line('a', 'test', 'per_unit', ['1'])] },
      'lines[0].values.new',
      'missingValue',
    ],
    ['NaN', { lines: [line('a', 'test', 'per_unit', ['NaN', '1'])] }, 'lines[0].values.base', 'notANumber'],
    [
      'Infinity',
      { lines: [line('a', 'test', 'per_unit', ['1', 'Infinity'])] },
      'lines[0].values.new',
      'notANumber',
    ],
    [
      'a comma',
      { lines: [line('a', 'test', 'per_unit', ['1,5', '1'])] },
      'lines[0].values.base',
      'notANumber',
    ],
    [
      'too much',
      { lines: [line('a', 'test', 'per_unit', ['1e19', '1'])] },
      'lines[0].values.base',
      'outOfRange',
    ],
    [
      'too fine',
      { lines: [line('a', 'test', 'per_unit', ['1e-13', '1'])] },
      'lines[0].values.base',
      'outOfRange',
    ],
  ])('names %s', (_, changes, path, key) => {
    const input = comparisonCase(changes)
    expect(validateCase(input).map((problem) => [problem.path, problem.key])).toEqual([
      [path, `comparisons:problem.${key}`],
    ])
    expect(() => calculateCase(input)).toThrow(RangeError)
  })

  it('names every problem, with line and option', () => {
    const problems = validateCase(
      comparisonCase({
        horizonYears: 0,
        volumes: [
          { year: 1, quantity: '1' },
          { year: 1, quantity: '2' },
          { year: 0, quantity: null },
        ],
        lines: [line('a', 'test', 'per_unit', [null, '1']), line('a', 'test', 'per_unit', ['1', '1'])],
      }),
    )
    expect(problems.map(({ key }) => key.slice('comparisons:problem.'.length))).toEqual([
      'horizon',
      'duplicateYear',
      'volumeYear',
      'duplicateId',
      'missingValue',
    ])
    expect(problems.at(-1)?.values).toEqual({ line: 'Line a', option: 'Present solution' })
  })
})

describe('the value that counts', () => {
  it.each([
    [
      { supplierValue: '1', customerValue: '2' },
      { value: '2', suppliedBy: 'customer' },
    ],
    [
      { supplierValue: '1', customerValue: '0' },
      { value: '0', suppliedBy: 'customer' },
    ],
    [
      { supplierValue: '1', customerValue: null },
      { value: '1', suppliedBy: 'supplier' },
    ],
    [
      { supplierValue: ' 1 ', customerValue: ' ' },
      { value: '1', suppliedBy: 'supplier' },
    ],
    [{ supplierValue: null }, { value: null, suppliedBy: null }],
  ])('of %o is %o', (values, expected) => {
    expect(resolveAssumption(values)).toEqual(expected)
  })
})

describe('canonical text', () => {
  const input = comparisonCase()

  it('does not depend on the order of keys, rows or on how a decimal is written', () => {
    fc.assert(
      fc.property(anyCase, (any) => {
        const turned = reversedKeys({
          ...any,
          lines: [...any.lines].reverse(),
          options: [...any.options].reverse(),
          volumes: [...any.volumes].reverse(),
        }) as ComparisonCase
        expect(canonicalCase(turned)).toBe(canonicalCase(any))
        expect(caseText(turned, calculateCase(turned))).toBe(caseText(any, calculateCase(any)))
      }),
    )
    expect(canonicalCase({ ...input, discountRate: '0.080000' })).toBe(canonicalCase(input))
    expect(canonicalCase({ ...input, discountRate: '8e-2' })).toBe(canonicalCase(input))
  })

  it('changes with everything that produced the figure', () => {
    const [one, ...others] = input.lines as [ComparisonCase['lines'][number], ...ComparisonCase['lines']]
    const changed = [
      { ...input, currency: 'USD' },
      { ...input, discountRate: '0.09' },
      { ...input, horizonYears: 6 },
      { ...input, volumes: [{ year: 1, quantity: '1001' }] },
      { ...input, options: [{ ...base, name: 'Other' }, alternative] },
      { ...input, lines: others },
      { ...input, lines: [{ ...one, values: { ...one.values, new: '9.61' } }, ...others] },
    ]
    const texts = [input, ...changed].map((item) => caseText(item, calculateCase(item)))
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('is JSON with version, case and result', () => {
    const result = calculateCase(input)
    const text = caseText(input, result)
    expect(JSON.parse(text)).toMatchObject({ engineVersion: ENGINE_VERSION, case: input, result })
    expect(caseText(input, JSON.parse(JSON.stringify(result)))).toBe(text)
  })
})

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, reversedKeys(item)])
  return Object.fromEntries(entries.reverse())
}

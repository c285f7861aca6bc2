import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldText, readDecimal, shiftPoint } from '#app/i18n/decimal-text.ts'
import { languages } from '#app/i18n/languages.ts'

describe('numbers as people write them', () => {
  test.each([
    ['en', '1234.5', '1234.5'],
    ['en', '1,234', '1234'],
    ['en', '1,234.50', '1234.5'],
    ['en', '12,5', '12.5'],
    ['en', '0,125', '0.125'],
    ['en', '1,234,567', '1234567'],
    ['en', ' 1 234.5 ', '1234.5'],
    ['en', '-.5', '-0.5'],
    ['en', '−3', '-3'],
    ['en', '-0', '0'],
    ['en', '007', '7'],
    ['zh', '１２．５', '12.5'],
    ['pt', '1234,5', '1234.5'],
    ['pt', '1.234,50', '1234.5'],
    ['pt', '12.5', '12.5'],
    ['pt', '0.125', '0.125'],
    ['pt', '1.234.567', '1234567'],
    ['ru', '1 234,5', '1234.5'],
    ['en', '1.234.567,8', '1234567.8'],
  ] as const)('%s: %s is %s', (language, written, value) => {
    expect(readDecimal(written, language)).toEqual({ kind: 'decimal', value })
  })

  test.each([
    ['en', 'ten'],
    ['en', ''],
    ['en', '.'],
    ['en', '1.2.3'],
    ['en', '12,34.5'],
    ['en', '1e5'],
    ['pt', '1,2,3'],
    ['en', 'NaN'],
    ['en', '--1'],
  ] as const)('%s: %s is no number', (language, written) => {
    expect(readDecimal(written, language).kind).toBe('notANumber')
  })

  test.each(['pt', 'ru'] as const)('%s: 1.234 can be read in two ways', (language) => {
    expect(readDecimal('1.234', language)).toEqual({
      kind: 'ambiguous',
      thousands: '1234',
      fraction: '1,234',
    })
  })

  test('what a field shows is read back as the same value, in every language', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.stringMatching(/^(|\d{0,8}[1-9])$/))
      .map(([whole, fraction]) => (fraction ? `${whole}.${fraction}` : `${whole}`))
    fc.assert(
      fc.property(decimal, fc.constantFrom(...languages), (value, language) => {
        expect(readDecimal(fieldText(value, language), language)).toEqual({ kind: 'decimal', value })
      }),
    )
  })
})

test.each([
  ['8', -2, '0.08'],
  ['8.25', -2, '0.0825'],
  ['-12.5', -2, '-0.125'],
  ['0', -2, '0'],
  ['250', -2, '2.5'],
  ['0.08', 2, '8'],
  ['0.0825', 2, '8.25'],
  ['-0.125', 2, '-12.5'],
  ['1', 2, '100'],
] as const)('%s moved by %i places is %s', (value, places, moved) => {
  expect(shiftPoint(value, places)).toBe(moved)
})

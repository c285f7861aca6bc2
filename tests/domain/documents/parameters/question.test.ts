import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readParameterQuestion } from '#app/domain/documents/parameters/search/question.ts'
import type { Language } from '#app/i18n/languages.ts'

const watt = 'm2.kg.s-3'
const read = (text: string, language: Language = 'en') => readParameterQuestion(text, language)

describe('a question', () => {
  test.each<[string, Language, object]>([
    [
      'P_N >= 7.5 kW',
      'en',
      { what: 'P_N', dimension: watt, low: 7500, high: null, isLowOpen: false, at: null },
    ],
    ['P_N ≥ 7,5 kW', 'pt', { what: 'P_N', dimension: watt, low: 7500, high: null }],
    ['P_N ≥ 7,5 kW', 'ru', { low: 7500 }],
    ['P_N=7.5kW', 'zh', { low: 7500, high: 7500 }],
    ['rated power < 0.5 mW', 'en', { what: 'rated power', low: null, high: 0.0005, isHighOpen: true }],
    ['I_o 16..20 A', 'en', { what: 'I_o', dimension: 'A', low: 16, high: 20, isLowOpen: false }],
    ['I_o 500 mA … 2 A', 'en', { low: 0.5, high: 2 }],
    ['T_amb -10..50 °C', 'en', { dimension: 'K', low: 263.15, high: 323.15 }],
    ['T_amb = 50..−10 °C', 'en', { low: 263.15, high: 323.15 }],
    ['n > 1 500 r/min', 'en', { dimension: 's-1', low: 25 }],
    ['n > 5 1/min', 'en', { dimension: 's-1', low: 5 / 60 }],
    ['η > 94 %', 'en', { what: 'η', dimension: '', low: 0.94 }],
    ['η > 0.94', 'en', { dimension: '', low: 0.94 }],
  ])('%s (%s)', (text, language, expected) => expect(read(text, language)).toMatchObject(expected))

  const elevenKilowatts = { text: '11 kW', symbol: '', quantity: { base: 11_000, dimension: watt } }
  test.each<[string, Language]>([
    ['efficiency > 94 % at 11 kW', 'en'],
    ['efficiency at 11 kW > 94 %', 'en'],
    ['efficiency > 94 % @ 11 kW', 'en'],
    ['rendimento > 94 % a 11 kW', 'pt'],
    ['КПД > 94 % при 11 kW', 'ru'],
    ['效率 > 94 % 在 11 kW 时', 'zh'],
    ['效率 > 94% @11 kW', 'zh'],
  ])('%s: with a condition', (text, language) =>
    expect(read(text, language)).toMatchObject({ low: 0.94, at: elevenKilowatts }),
  )

  test('a condition is a quantity, a named one, or words', () => {
    expect(read('η > 94 % at P_N = 11 kW')).toMatchObject({ at: { ...elevenKilowatts, symbol: 'P_N' } })
    expect(read('η > 94 % at full load')).toMatchObject({ at: { text: 'full load', quantity: null } })
  })

  test('ampere is no condition, and a year is one only of a Portuguese question', () => {
    expect(read('I > 5 A at 40 °C')).toMatchObject({ dimension: 'A', at: { text: '40 °C' } })
    expect(read('resistência a vibração > 5 m/s2', 'pt')).toMatchObject({ what: 'resistência a vibração' })
  })
})

describe('what is no question', () => {
  test.each(['', 'efficiency', 'CMD-075-4', 'C-12', 'at 11 kW', '11 kW'])('%j', (text) =>
    expect(read(text)).toBeNull(),
  )
  test.each<[string, RegExp, Language]>([
    ['P_N > 7.5 kw', /parameters:error\.unknownSuggested.*kW/, 'en'],
    ['noise < 60 dB', /parameters:error\.logarithmic/, 'en'],
    ['P_N > much', /parameterSearch:error\.noNumber/, 'en'],
    ['P_N >', /parameterSearch:error\.noNumber/, 'en'],
    ['> 7.5 kW', /parameterSearch:error\.noName/, 'en'],
    ['I 16 V..20 A', /parameterSearch:error\.twoDimensions/, 'en'],
    ['n > 1.500 r/min', /comparisons:error\.ambiguousNumber/, 'pt'],
  ])('%s cannot be answered', (text, problem, language) => {
    const found = read(text, language)
    expect(found && 'problem' in found && found.problem).toMatch(problem)
  })
})

test('anything typed is a question, a problem or neither, quickly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (text) => void read(`${text} > 1 ${text}`)),
  )
  const before = performance.now()
  for (const text of [
    '1'.repeat(200),
    `a ${'1.'.repeat(99)}`,
    `${' a'.repeat(60)} > ${'1 '.repeat(40)}`,
    '.'.repeat(200),
  ])
    read(text)
  expect(performance.now() - before).toBeLessThan(500)
})

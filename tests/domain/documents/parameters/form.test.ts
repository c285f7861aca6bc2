import { describe, expect, test } from 'vitest'
import { parametersForm } from '#app/domain/documents/parameters/forms.ts'
import { pastedCells, withCells } from '#app/domain/documents/ui/parameters/rows.ts'

describe('the form', () => {
  const typed = (rows: Record<string, string | boolean>[], language: 'en' | 'pt' = 'en') =>
    parametersForm(language).safeParse({ seenAt: '2026-01-01T00:00:00Z', rows })
  const problems = (rows: Record<string, string | boolean>[]) =>
    typed(rows).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message.split('?')[0]}`)

  test('reads numbers as the language writes them, and leaves empty lines out', () => {
    const read = typed([{ symbol: 'm', name: 'Massa', max: '1,25', unit: 'kg' }, { symbol: ' ' }], 'pt')
    expect(read.data?.rows).toMatchObject([{ symbol: 'm', max: '1.25', min: null, unit: 'kg' }])
  })

  test.each([
    [
      'a unit that is none',
      { symbol: 'a', name: 'A', typ: '1', unit: 'kw' },
      /^rows\.0\.unit: .*unknownSuggested/,
    ],
    ['a word', { symbol: 'a', name: 'A', typ: 'much' }, /^rows\.0\.typ: .*notANumber/],
    ['no value', { symbol: 'a', name: 'A' }, /^rows\.0\.typ: .*noValue/],
    ['limits that do not ascend', { symbol: 'a', name: 'A', min: '2', max: '1' }, /^rows\.0\.max: .*order/],
    ['no symbol', { name: 'A', typ: '1' }, /^rows\.0\.symbol: .*required/],
  ])('refuses %s at its cell', (_, line, message) => {
    const found = problems([line])
    expect(found).toHaveLength(1)
    expect(found?.[0]).toMatch(message)
  })

  test('refuses a symbol that stands there twice, and more lines than people read', () => {
    const line = { symbol: 'a', name: 'A', typ: '1' }
    expect(problems([line, line])?.[0]).toMatch(/^rows\.1\.symbol: .*twice/)
    const many = Array.from({ length: 5000 }, (_, at) => ({ ...line, symbol: `a${at}` }))
    expect(problems(many)?.[0]).toMatch(/^rows: .*tooMany/)
  })
})

describe('a table that is pasted from a spreadsheet', () => {
  test('fills cells from a place on, with the decimals of the reader', () => {
    const cells = pastedCells('P_N\tPower\t40 °C\t\t7.5\t\tkW\r\nU_N\tVoltage\t\t380\t400\t415\tV\n')
    const rows = withCells([], { row: 0, column: 0 }, cells ?? [], 'en')
    expect(rows).toMatchObject([
      { symbol: 'P_N', conditions: '40 °C', min: '', typ: '7.5', unit: 'kW' },
      { symbol: 'U_N', min: '380', max: '415' },
    ])
    expect(withCells(rows, { row: 1, column: 4 }, [['401,5']], 'pt')[1]?.typ).toBe('401,5')
  })
  test('is none when it is a word', () => expect(pastedCells('kW')).toBeNull())
})

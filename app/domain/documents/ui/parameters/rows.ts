import { fieldText, readDecimal } from '#app/i18n/decimal-text.ts'
import type { Language } from '#app/i18n/languages.ts'
import { type Parameter, parameterFits } from '../../parameters/parameter.ts'

/** A line as its fields hold it. */
export interface RowText {
  symbol: string
  name: string
  conditions: string
  min: string
  typ: string
  max: string
  unit: string
  fit: string
  isShared: boolean
}

export const blankRow: RowText = {
  symbol: '',
  name: '',
  conditions: '',
  min: '',
  typ: '',
  max: '',
  unit: '',
  fit: 'function',
  isShared: true,
}

/** In this order they stand in the form and in a spreadsheet that is pasted. */
export const columnNames = ['symbol', 'name', 'conditions', 'min', 'typ', 'max', 'unit'] as const

export function rowText(row: Parameter, language: Language): RowText {
  const { min, typ, max } = row
  return {
    ...row,
    min: fieldText(min, language),
    typ: fieldText(typ, language),
    max: fieldText(max, language),
  }
}

/** What a refused form sends back. */
export function rowsOfReply(value: unknown): RowText[] | null {
  if (!Array.isArray(value)) return null
  return value.map((each: Record<string, unknown>) => {
    const text = (name: keyof RowText) => (typeof each?.[name] === 'string' ? String(each[name]) : '')
    const fit = parameterFits.find((name) => name === each?.fit) ?? 'function'
    const texts = Object.fromEntries(columnNames.map((name) => [name, text(name)])) as Omit<
      RowText,
      'fit' | 'isShared'
    >
    return { ...texts, fit, isShared: text('isShared') === 'on' }
  })
}

/** A table copied from a spreadsheet: cells between tabs, lines below each other; null for a text without cells. */
export function pastedCells(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  if (lines.length < 2 && !text.includes('\t')) return null
  return lines.map((line) => line.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1')))
}

interface Place {
  row: number
  column: number
}

/** The rows with the pasted cells put in from a place on; more rows are made as needed. */
export function withCells(
  rows: RowText[],
  { row, column }: Place,
  cells: string[][],
  language: Language,
): RowText[] {
  const result = [...rows]
  cells.forEach((line, down) => {
    const target = { ...(result[row + down] ?? blankRow) }
    line.forEach((cell, along) => {
      const name = columnNames[column + along]
      if (name) target[name] = isValue(name) ? inLanguage(cell, language) : cell
    })
    result[row + down] = target
  })
  return result
}

const isValue = (name: string) => ['min', 'typ', 'max'].includes(name)

/** A spreadsheet of another country writes another decimal mark: what can be meant in one way only is taken so. */
function inLanguage(cell: string, language: Language): string {
  const read = readDecimal(cell, language)
  return read.kind === 'decimal' ? fieldText(read.value, language) : cell
}

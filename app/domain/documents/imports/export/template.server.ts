import type { Readable } from 'node:stream'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { csvLine, csvMark } from '#app/platform/csv.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { type ColumnKey, columnKeys, neededColumns } from '../import.ts'

type Translate = (key: string) => string

const widths: Partial<Record<ColumnKey, number>> = {
  title: 44,
  summary: 40,
  files: 40,
  changeNote: 40,
  body: 28,
  keywords: 28,
}
export const columnWidths = columnKeys.map((key) => widths[key] ?? 16)

/** What an engineer would write into the first row. */
const example: Partial<Record<ColumnKey, string>> = {
  number: 'HC-4711-B',
  kind: 'data_sheet',
  title: 'CMD-110-4, compact motor drive 11 kW',
  language: 'en',
  files: 'sheets/CMD-110-4.pdf',
  vdiClass: '02-01',
  keywords: 'drive, 11 kW',
  effectiveOn: '2026-01-31',
  products: 'CMD-110-4',
  accounts: '*',
  functions: 'engineering, purchasing',
}

/** An empty table in a language, with one row to go by; the workbook explains each column. */
export function writeTemplate(language: string, format: 'xlsx' | 'csv'): Readable | string {
  const t = translatorFor(language) as unknown as Translate
  const head = columnKeys.map((key) => t(`imports:column.${key}.name`))
  const row = columnKeys.map((key) => example[key] ?? '')
  if (format === 'csv') return [csvMark, csvLine(head), csvLine(row)].join('')
  const explained = columnKeys.map((key) => [
    t(`imports:column.${key}.name`),
    neededColumns.some((each) => each === key) ? t('imports:column.needed') : '',
    t(`imports:column.${key}.text`),
  ])
  return writeXlsx([
    { name: t('imports:template.documents'), widths: columnWidths, rows: [head, row] },
    {
      name: t('imports:template.columns'),
      widths: [24, 12, 90],
      rows: [
        [t('imports:template.column'), t('imports:template.need'), t('imports:template.meaning')],
        ...explained,
      ],
    },
  ])
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** The template as a file: a workbook unless CSV is asked for. */
export function templateFile(language: string, asked: string | null) {
  const format = asked === 'csv' ? 'csv' : 'xlsx'
  return { output: writeTemplate(language, format), name: `documents.${format}`, type: types[format] }
}

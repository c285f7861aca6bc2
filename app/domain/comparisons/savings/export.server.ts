import { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { csvLine, csvMark } from '#app/platform/csv.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { comparisonNumber } from '../comparison.ts'
import type { AskedSavings } from './asked.ts'
import { getLedger, listLines } from './queries/ledger.server.ts'
import { savingsKinds } from './savings.ts'

type Cell = string | number
type Translate = (key: string, values?: object) => string

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** The ledger as a file: the lines as CSV; as a workbook the rows of the page, the lines, and what they are of. */
export async function savingsFile(actor: Actor, asked: AskedSavings, format: string | null) {
  const lines = await lineTable(actor, asked)
  const isBook = format === 'xlsx'
  const file = { name: `savings-${now().toISOString().slice(0, 10)}.${isBook ? 'xlsx' : 'csv'}` }
  if (isBook) return { ...file, type: types.xlsx, output: await workbook(actor, asked, lines) }
  const text = lines.map((cells) => csvLine(cells.map(String))).join('')
  return { ...file, type: types.csv, output: Readable.from([csvMark + text]) }
}

const heads = [
  'recorded',
  'kind',
  'comparison',
  'title',
  'year',
  'category',
  'product',
  'plant',
  'month',
  'revision',
  'amount',
  'currency',
  'reversal',
]

async function lineTable(actor: Actor, asked: AskedSavings): Promise<Cell[][]> {
  const t = translatorFor(actor.language) as unknown as Translate
  const lines = await listLines(actor, asked)
  return [
    heads.map((head) => t(`savings:column.${head}`)),
    ...lines.map((line): Cell[] => [
      line.recordedAt.toISOString(),
      t(`savings:kind.${line.kind}`),
      comparisonNumber(line.comparison.number),
      line.comparison.title,
      line.year,
      line.category ? t(`comparisons:category.${line.category}`) : '',
      line.product?.number ?? '',
      line.site?.name ?? '',
      line.period ?? '',
      line.revision,
      line.amount,
      line.currency,
      line.reversesId ? t('savings:reversal') : '',
    ]),
  ]
}

async function workbook(actor: Actor, asked: AskedSavings, lines: Cell[][]): Promise<Readable> {
  const t = translatorFor(actor.language) as unknown as Translate
  const { rows } = await getLedger(actor, asked)
  const label = (name: string) =>
    (name && asked.by === 'category' ? t(`comparisons:category.${name}`) : name) || t('savings:notStated')
  const head = [
    t(`savings:by.${asked.by}`),
    t('savings:column.currency'),
    ...savingsKinds.map((kind) => t(`savings:kind.${kind}`)),
  ]
  const sums = rows.map((row): Cell[] => [
    label(row.label),
    row.currency,
    ...savingsKinds.map((kind) => Number(row.amounts[kind])),
  ])
  const rules: Cell[][] = [
    ...savingsKinds.map((kind) => [t(`savings:kind.${kind}`), t(`savings:rule.${kind}`)]),
    ['', t('savings:rule.currency')],
  ]
  return writeXlsx([
    { name: t('savings:sheet.rows'), widths: [44, 10, 18, 18, 18, 18], rows: [head, ...sums] },
    {
      name: t('savings:sheet.lines'),
      widths: heads.map((name) => (name === 'title' ? 44 : 16)),
      rows: lines,
    },
    { name: t('savings:sheet.about'), widths: [24, 100], rows: rules },
  ])
}

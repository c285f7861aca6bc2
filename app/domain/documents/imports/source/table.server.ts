import { buffer } from 'node:stream/consumers'
import { BesideFailed, runBeside } from '#app/platform/beside/beside.server.ts'
import { readCsv, type TableRow } from '#app/platform/sheets/read-csv.ts'
import type { Cells } from '../engine/read-row.ts'
import { normal, type Vocabulary } from '../engine/vocabulary.ts'
import { type ColumnKey, importLimits, neededColumns } from '../import.ts'
import { ImportRefused, type SourceFile } from './source.server.ts'

/** A workbook is read within this time, in milliseconds. */
const patience = 60_000

/**
 * The rows of the table by column, with the lines on which they stand.
 * @throws ImportRefused
 */
export async function readTable(
  table: SourceFile,
  { columns }: Pick<Vocabulary, 'columns'>,
): Promise<{ line: number; cells: Cells }[]> {
  if (table.size > importLimits.table)
    throw new ImportRefused('tableTooLarge', { most: importLimits.table / 1024 ** 2 })
  const bytes = await buffer(await table.open())
  const rows = /\.csv$/i.test(table.path) ? readCsv(textOf(bytes)) : await readWorkbook(bytes)
  const [head, ...rest] = rows
  if (!head || rest.length === 0) throw new ImportRefused('emptyTable')
  if (rest.length > importLimits.rows) throw new ImportRefused('tooManyRows', { most: importLimits.rows })
  const keys = head.cells.map((name) => columns.get(normal(name)) ?? null)
  const twice = keys.find((key, index) => key !== null && keys.indexOf(key) !== index)
  if (twice) throw new ImportRefused('columnTwice', { column: twice })
  const missing = neededColumns.filter((key) => !keys.includes(key))
  if (missing.length > 0) throw new ImportRefused('columnsMissing', { columns: missing.join(', ') })
  const unknown = head.cells.filter((name, index) => name.trim() !== '' && keys[index] === null)
  if (unknown.length > 0)
    throw new ImportRefused('columnsUnknown', { columns: unknown.slice(0, 5).join(', ').slice(0, 200) })
  return rest.map(({ line, cells }) => ({ line, cells: cellsOf(keys, cells) }))
}

function cellsOf(keys: (ColumnKey | null)[], cells: string[]): Cells {
  return Object.fromEntries(
    keys.flatMap((key, index) => (key === null ? [] : [[key, unguarded(cells[index] ?? '')] as const])),
  )
}

/** Exported tables guard what looks like a formula with an apostrophe. */
const unguarded = (text: string) => text.replace(/^'(?=[=+\-@\t\r])/, '').replace(/\r\n?/g, '\n')

/** UTF-8, or UTF-16 with its mark, as Excel writes "Unicode text". In any other encoding names would be guessed. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ImportRefused('encoding')
  }
}

async function readWorkbook(bytes: Buffer): Promise<TableRow[]> {
  const own = Uint8Array.from(bytes)
  const input = { bytes: own, most: importLimits.rows + 2 }
  const read = await runBeside('readXlsx', input, { patience, moved: [own.buffer] }).catch(
    (error: unknown) => {
      if (error instanceof BesideFailed) throw new ImportRefused('tableDamaged')
      throw error
    },
  )
  if ('problem' in read)
    throw new ImportRefused(read.problem === 'encrypted' ? 'tableEncrypted' : 'tableDamaged')
  return read.rows
}

/** A table as spreadsheets put it on the clipboard, as Markdown. Pure. */
/** Of a table in a text; longer ones are no reading matter, and belong into a file. */
export const mostRows = 1000

export type PastedTable = { markdown: string; rows: number } | { tooMany: number }

/**
 * The Markdown table of a pasted text with tabs between its cells (RFC 4180 quotes around cells with tabs, quotes or
 * new lines), the first row as its heading; null when it is no table. Columns of numbers are aligned to the right.
 */
export function tableFromSpreadsheet(text: string): PastedTable | null {
  if (!text.includes('\t')) return null
  const rows = readCells(text).filter((row) => row.some((cell) => cell !== ''))
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width < 2 || rows.filter((row) => row.length === width).length < rows.length / 2) return null
  if (rows.length > mostRows) return { tooMany: rows.length }
  const [head = [], ...body] = rows
  const columns = Array.from({ length: width }, (_, column) => column)
  const line = (cells: string[]) => `| ${columns.map((column) => escaped(cells[column] ?? '')).join(' | ')} |`
  const rule = columns.map((column) => (isOfNumbers(body, column) ? '--:' : '---'))
  return {
    markdown: [line(head), `| ${rule.join(' | ')} |`, ...body.map(line)].join('\n'),
    rows: rows.length,
  }
}

function readCells(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (const [, quoted, plain = '', end] of source.matchAll(cell)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === '') break
    if (end === '\n') rows.push([])
  }
  return rows
}

const escaped = (cell: string) => cell.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replace(/\s+/g, ' ')

function isOfNumbers(rows: string[][], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter(Boolean)
  return cells.length > 0 && cells.every((cell) => /^[-+−]?[\d.,'\s]*\d\s?%?$/.test(cell))
}

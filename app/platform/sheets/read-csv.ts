/** A row of a table with the line it stands on, counted from one as spreadsheets do. */
export interface TableRow {
  line: number
  cells: string[]
}

/**
 * Reads CSV (RFC 4180) with commas, semicolons or tabs between the cells, whichever the first line has most of. A cell in
 * quotation marks may hold line ends; the line of a row is where it begins. Rows without any content are left out.
 */
export function readCsv(text: string): TableRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const mark = separatorOf(source)
  const rows: TableRow[] = []
  let [cells, cell, line, began, isQuoted] = [[] as string[], '', 1, 1, false]
  const endRow = () => {
    cells.push(cell)
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: began, cells })
    ;[cells, cell] = [[], '']
  }
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? ''
    if (isQuoted && sign === '"' && source[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && sign === mark) {
      cells.push(cell)
      cell = ''
    } else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      if (sign === '\r' && source[at + 1] === '\n') at += 1
      endRow()
      line += 1
      began = line
    } else {
      if (sign === '\n') line += 1
      cell += sign
    }
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

function separatorOf(source: string): string {
  const first = source.slice(0, source.search(/[\r\n]/) >>> 0)
  const count = (mark: string) => first.split(mark).length
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

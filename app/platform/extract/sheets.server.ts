import type { OpenZip } from '#app/platform/zip.server.ts'
import { type FileText, TextGatherer, type TextLimits } from './text.ts'
import { readRelations, readXml } from './xml.server.ts'

/** More columns than this no reader follows; the file format has 16,384. */
const mostColumns = 256

/** The text of a workbook (ECMA-376, SpreadsheetML): sheet by sheet, row by row, as the cells show it. */
export async function sheetsText(zip: OpenZip, limits: TextLimits): Promise<FileText> {
  const gatherer = new TextGatherer(limits)
  const strings = await sharedStrings(zip, limits)
  const dates = await dateStyles(zip)
  for (const { name, part } of await sheetsInOrder(zip)) {
    if (gatherer.isCut) break
    gatherer.section(name)
    await readXml(zip, part, new SheetReader(gatherer, strings, dates))
  }
  return gatherer.result()
}

/** The rows of the first sheet that is shown, with their numbers; beyond `most` reading stops. */
export async function sheetRows(zip: OpenZip, most: number): Promise<{ line: number; cells: string[] }[]> {
  const [first] = await sheetsInOrder(zip)
  const strings = await sharedStrings(zip, { characters: Number.POSITIVE_INFINITY })
  const rows: { line: number; cells: string[] }[] = []
  const taker: RowTaker = {
    row(cells, line) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
    },
    get isCut() {
      return rows.length >= most
    },
  }
  if (first) await readXml(zip, first.part, new SheetReader(taker, strings, await dateStyles(zip)))
  return rows
}

async function sheetsInOrder(zip: OpenZip): Promise<{ name: string; part: string }[]> {
  const book = 'xl/workbook.xml'
  const relations = await readRelations(zip, book)
  const sheets: { name: string; part: string }[] = []
  await readXml(zip, book, {
    open(tag, { name, state, ...attributes }) {
      const isShown = tag === 'sheet' && state !== 'hidden' && state !== 'veryHidden'
      const part = isShown ? relations.get(attributes['@id'] ?? '') : undefined
      if (part) sheets.push({ name: name ?? '', part })
    },
  })
  return sheets
}

/** Texts that several cells share, by position; phonetic readings of Japanese (`rPh`) are left out. */
async function sharedStrings(
  zip: OpenZip,
  { characters }: Pick<TextLimits, 'characters'>,
): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let taken = 0
  let isText = false
  let isReading = false
  await readXml(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isReading = true
      else if (name === 't') isText = !isReading
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') strings.push(text)
    },
    text(piece) {
      if (!isText) return
      text += piece
      taken += piece.length
    },
    isEnough: () => taken > characters,
  })
  return strings
}

/** Whether the cells of each style show a date: by the built-in formats and by the letters of an own one. */
async function dateStyles(zip: OpenZip): Promise<boolean[]> {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let isCellStyle = false
  const isDate = (id: number) => own.get(id) ?? ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))
  await readXml(zip, 'xl/styles.xml', {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') own.set(Number(numFmtId), /[ymdhs]/i.test(plainFormat(formatCode ?? '')))
      else if (name === 'cellXfs') isCellStyle = true
      else if (name === 'xf' && isCellStyle) styles.push(isDate(Number(numFmtId)))
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return styles
}

/** A number format without what it quotes, and without colours and currencies in brackets. */
const plainFormat = (code: string) =>
  code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]/gi, '').replace(/general/gi, '')

/** What becomes of the rows; the line is counted from one. */
interface RowTaker {
  row(cells: string[], line: number): void
  readonly isCut: boolean
}

class SheetReader {
  #line = 0
  #cells: string[] = []
  #column = 0
  #kind = 'n'
  #isDate = false
  #value = ''
  #isValue = false

  constructor(
    readonly gatherer: RowTaker,
    readonly strings: string[],
    readonly dates: boolean[],
  ) {}

  open(name: string, { r, t, s }: Record<string, string>): void {
    if (name === 'row') {
      this.#cells = []
      this.#column = 0
      this.#line = r ? Number(r) : this.#line + 1
    } else if (name === 'c') {
      this.#column = r ? columnOf(r) : this.#column + 1
      this.#kind = t ?? 'n'
      this.#isDate = this.dates[Number(s)] ?? false
      this.#value = ''
    } else if (name === 'v' || name === 't') this.#isValue = true
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false
    else if (name === 'c' && this.#column <= mostColumns) {
      while (this.#cells.length < this.#column) this.#cells.push('')
      this.#cells[this.#column - 1] = this.#shown()
    } else if (name === 'row') this.gatherer.row(this.#cells, this.#line)
  }

  text(text: string): void {
    if (this.#isValue) this.#value += text
  }

  isEnough(): boolean {
    return this.gatherer.isCut
  }

  #shown(): string {
    if (this.#kind === 's') return this.strings[Number(this.#value)] ?? ''
    if (this.#kind === 'b') return this.#value === '1' ? 'TRUE' : 'FALSE'
    if (this.#kind !== 'n' || this.#value === '') return this.#value
    const value = Number(this.#value)
    if (this.#isDate) return dateText(value)
    // 0.1 + 0.2 is stored as 0.30000000000000004 and shown as 0.3: fifteen digits, as the programs have.
    return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : this.#value
  }
}

/** The number of a column from the name of a cell: `AB12` is 28. */
function columnOf(cell: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(cell)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** A day of the 1900 calendar, which counts a 29 February 1900, as ISO 8601; with the time where it has one. */
function dateText(serial: number): string {
  const at = new Date(Math.round((serial - 25_569) * 86_400) * 1000)
  if (Number.isNaN(at.getTime())) return String(serial)
  const [day, time] = at.toISOString().split('T')
  if (serial < 1) return time?.slice(0, 8) ?? ''
  return Number.isInteger(serial) ? (day ?? '') : `${day} ${time?.slice(0, 5)}`
}

import type { Readable } from 'node:stream'
import { writeZip } from '#app/platform/zip.server.ts'

export interface SheetToWrite {
  name: string
  /** In characters. */
  widths: number[]
  /** The first one is the head: bold, and it stays when one scrolls. A number is one to calculate with. */
  rows: (string | number)[][]
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) =>
  text.replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, ' ').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** A workbook (ECMA-376) of texts and numbers: no formula, and what is a text no program writes otherwise. */
export function writeXlsx(sheets: SheetToWrite[]): Readable {
  const zip = writeZip()
  const add = (name: string, xml: string) => zip.add(name, Buffer.from(head + xml))
  const numbers = sheets.map((_, index) => index + 1)
  add(
    '[Content_Types].xml',
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${numbers.map((n) => part(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
  )
  add('_rels/.rels', relationList([['rId1', 'officeDocument', 'xl/workbook.xml']]))
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${named.join('')}</sheets></workbook>`,
  )
  add(
    'xl/_rels/workbook.xml.rels',
    relationList([
      ...numbers.map((n): Relation => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`]),
      [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
    ]),
  )
  add('xl/styles.xml', styles)
  for (const [index, sheet] of sheets.entries()) add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))
  zip.end()
  return zip.output
}

const part = (name: string, kind: string) =>
  `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`

type Relation = [id: string, type: string, target: string]

const relationList = (list: Relation[]) =>
  `<Relationships xmlns="${packages}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** 0: text (format 49), so that 0012 stays 0012; 1: the same in bold; both wrap. 2: a number as it is. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">${[0, 1].map((font) => `<xf numFmtId="49" fontId="${font}" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join('')}<xf numFmtId="0" fontId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

function sheetXml({ widths, rows }: SheetToWrite): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="0" customWidth="1"/>`,
  )
  const lines = rows.map((cells, index) => {
    const written = cells.map((value, at) => cell(value, `${letters(at)}${index + 1}`, index === 0 ? 1 : 0))
    return `<row r="${index + 1}">${written.join('')}</row>`
  })
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cell(value: string | number, place: string, style: 0 | 1): string {
  if (value === '') return ''
  if (typeof value === 'number') return `<c r="${place}" s="2"><v>${value}</v></c>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** 0 is A, 26 is AA. */
export function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (index % 26))
}

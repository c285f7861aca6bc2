import type { OpenZip } from '#app/platform/zip.server.ts'
import { type FileText, TextGatherer, type TextLimits } from './text.ts'
import { readXml } from './xml.server.ts'

/** The text of a Word file (ECMA-376, WordprocessingML): paragraphs, headings by their style, rows of tables, notes. */
export async function wordText(zip: OpenZip, limits: TextLimits): Promise<FileText> {
  const styles = await headingStyles(zip)
  const gatherer = new TextGatherer(limits)
  for (const part of ['document', 'footnotes', 'endnotes']) {
    await readXml(zip, `word/${part}.xml`, new WordReader(gatherer, styles))
  }
  return gatherer.result()
}

/** The ids of the styles that are headings, with their level: ids are translated, names are not. */
async function headingStyles(zip: OpenZip): Promise<Map<string, number>> {
  const levels = new Map<string, number>()
  let id = ''
  await readXml(zip, 'word/styles.xml', {
    open(name, { styleId, val }) {
      if (name === 'style') id = styleId ?? ''
      const level = name === 'name' ? /^heading (\d)$/i.exec(val ?? '')?.[1] : undefined
      if (level) levels.set(id, Number(level))
      if (name === 'name' && /^title$/i.test(val ?? '')) levels.set(id, 1)
    },
  })
  return levels
}

class WordReader {
  #text = ''
  #level = 0
  #isText = false
  /** The cells of the rows that are open: a table may stand in a cell of another one. */
  readonly #rows: string[][] = []

  constructor(
    readonly gatherer: TextGatherer,
    readonly styles: Map<string, number>,
  ) {}

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'p') this.#begin()
    else if (name === 'pStyle') this.#level = this.styles.get(attributes.val ?? '') ?? 0
    else if (name === 't') this.#isText = true
    else if (name === 'tab') this.#text += '\t'
    else if (name === 'br' || name === 'cr') this.#text += '\n'
    else if (name === 'tr') this.#rows.push([])
    else if (name === 'tc') this.#rows.at(-1)?.push('')
  }

  close(name: string): void {
    if (name === 't') this.#isText = false
    else if (name === 'p') this.#end()
    else if (name === 'tr') this.#endRow()
  }

  text(text: string): void {
    if (this.#isText) this.#text += text
  }

  isEnough(): boolean {
    return this.gatherer.isCut
  }

  #begin(): void {
    this.#text = ''
    this.#level = 0
  }

  #end(): void {
    const row = this.#rows.at(-1)
    if (row && row.length > 0) row[row.length - 1] = [row.at(-1), this.#text].filter(Boolean).join(' ')
    else if (this.#level > 0) this.gatherer.heading(this.#level, this.#text)
    else this.gatherer.text(this.#text)
    this.#text = ''
  }

  /** A row within a cell becomes text of that cell. */
  #endRow(): void {
    const cells = this.#rows.pop() ?? []
    const outer = this.#rows.at(-1)
    if (outer && outer.length > 0)
      outer[outer.length - 1] = [outer.at(-1), ...cells].filter(Boolean).join(' ')
    else this.gatherer.row(cells)
  }
}

import type { OpenZip } from '#app/platform/zip.server.ts'
import { type FileText, TextGatherer, type TextLimits } from './text.ts'
import { readRelations, readXml } from './xml.server.ts'

/** The text of a presentation (ECMA-376, PresentationML): slide by slide in the order of the show, with its notes. */
export async function slidesText(zip: OpenZip, limits: TextLimits): Promise<FileText> {
  const gatherer = new TextGatherer(limits)
  for (const [position, slide] of (await slidesInOrder(zip)).entries()) {
    if (gatherer.isCut) break
    gatherer.section(String(position + 1))
    await readXml(zip, slide, new SlideReader(gatherer))
    const notes = [...(await readRelations(zip, slide)).values()].filter((each) =>
      /notesSlide\d+\.xml$/.test(each),
    )
    for (const each of notes) await readXml(zip, each, new SlideReader(gatherer))
  }
  return gatherer.result()
}

async function slidesInOrder(zip: OpenZip): Promise<string[]> {
  const show = 'ppt/presentation.xml'
  const relations = await readRelations(zip, show)
  const slides: string[] = []
  await readXml(zip, show, {
    open(name, attributes) {
      const target = name === 'sldId' ? relations.get(attributes['@id'] ?? '') : undefined
      if (target) slides.push(target)
    },
  })
  return slides
}

class SlideReader {
  #text = ''
  #isText = false
  #isTitle = false
  /** Notes repeat the number of the slide in a field. */
  #isField = false
  #cells: string[] | null = null

  constructor(readonly gatherer: TextGatherer) {}

  open(name: string, { type }: Record<string, string>): void {
    if (name === 'sp') this.#isTitle = false
    else if (name === 'ph') this.#isTitle = type === 'title' || type === 'ctrTitle'
    else if (name === 'fld') this.#isField = true
    else if (name === 't') this.#isText = !this.#isField
    else if (name === 'br') this.#text += '\n'
    else if (name === 'tr') this.#cells = []
    else if (name === 'tc') this.#cells?.push('')
  }

  close(name: string): void {
    if (name === 't') this.#isText = false
    else if (name === 'fld') this.#isField = false
    else if (name === 'p') this.#end()
    else if (name === 'tr') {
      this.gatherer.row(this.#cells ?? [])
      this.#cells = null
    }
  }

  text(text: string): void {
    if (this.#isText) this.#text += text
  }

  isEnough(): boolean {
    return this.gatherer.isCut
  }

  #end(): void {
    const cells = this.#cells
    if (cells && cells.length > 0)
      cells[cells.length - 1] = [cells.at(-1), this.#text].filter(Boolean).join(' ')
    else if (this.#isTitle) this.gatherer.heading(2, this.#text)
    else this.gatherer.text(this.#text)
    this.#text = ''
  }
}

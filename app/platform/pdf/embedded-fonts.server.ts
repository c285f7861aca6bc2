import fontkit from '@pdf-lib/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import { fontFile, type Run, runsOf } from './fonts.server.ts'

/** A run with the font that draws it. */
export interface DrawnRun extends Run {
  drawn: PDFFont
}

/** The fonts of a document: each is embedded once, with the letters that are used of it. */
export class EmbeddedFonts {
  readonly #fonts = new Map<string, PDFFont>()
  readonly #widths = new Map<PDFFont, Map<string, number>>()

  constructor(readonly document: PDFDocument) {
    document.registerFontkit(fontkit)
  }

  async runsOf(text: string): Promise<DrawnRun[]> {
    const drawn: DrawnRun[] = []
    for (const run of await runsOf(text)) drawn.push({ ...run, drawn: await this.#fontOf(run.font) })
    return drawn
  }

  /** How wide a letter is at a size of 1: measured once, because measuring costs far more than drawing. */
  widthOf(letter: string, font: PDFFont): number {
    const known = this.#widths.get(font) ?? new Map<string, number>()
    this.#widths.set(font, known)
    const width = known.get(letter) ?? font.widthOfTextAtSize(letter, 1)
    known.set(letter, width)
    return width
  }

  async #fontOf(name: string): Promise<PDFFont> {
    const font =
      this.#fonts.get(name) ?? (await this.document.embedFont(await fontFile(name), { subset: true }))
    this.#fonts.set(name, font)
    return font
  }
}

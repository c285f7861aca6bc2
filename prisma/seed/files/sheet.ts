import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib'
import { now } from '#app/platform/clock.server.ts'
import { type Curves, drawCurves } from './curves.ts'

/** A4 in points. */
const paper = { width: 595, height: 842, margin: 56 }
const inside = paper.width - 2 * paper.margin
const ink = rgb(0.11, 0.14, 0.18)
const quiet = rgb(0.42, 0.46, 0.52)
const line = rgb(0.8, 0.83, 0.86)
const shade = rgb(0.94, 0.95, 0.96)

/** A technical sheet of several pages, set from the top down. Standard fonts: Latin text alone. */
export class Sheet {
  private page: PDFPage
  private y = 0

  private constructor(
    private readonly file: PDFDocument,
    private readonly fonts: { plain: PDFFont; bold: PDFFont },
    private readonly title: string,
    private readonly reference: string,
  ) {
    this.page = this.turn()
  }

  static async begin(title: string, reference: string): Promise<Sheet> {
    const file = await PDFDocument.create({ updateMetadata: false })
    file.setTitle(title)
    file.setAuthor('Halden Components')
    file.setSubject(reference)
    file.setCreationDate(now())
    file.setModificationDate(now())
    const plain = await file.embedFont(StandardFonts.Helvetica)
    const bold = await file.embedFont(StandardFonts.HelveticaBold)
    const sheet = new Sheet(file, { plain, bold }, title, reference)
    sheet.write(title, { font: bold, size: 20, gap: 10 })
    return sheet
  }

  /** `room` is what has to fit on the same page: a picture is not parted from its heading. */
  heading(text: string, room = 60): this {
    this.keep(room)
    this.y -= 14
    return this.write(text, { font: this.fonts.bold, size: 12.5, gap: 6 })
  }

  text(text: string): this {
    return this.write(text, { font: this.fonts.plain, size: 10, gap: 6 })
  }

  /** The first row is the head. Numbers stand to the right, as in every table of figures. */
  table(rows: string[][], widths: number[]): this {
    const total = widths.reduce((sum, width) => sum + width, 0)
    for (const [index, cells] of rows.entries()) {
      this.keep(18)
      const isHead = index === 0
      const { page, y } = this
      if (isHead) page.drawRectangle({ x: paper.margin, y: y - 14, width: inside, height: 18, color: shade })
      let x = paper.margin
      for (const [column, cell] of cells.entries()) {
        const width = ((widths[column] ?? 0) / total) * inside
        const font = isHead ? this.fonts.bold : this.fonts.plain
        const right = column > 0 ? width - 6 - font.widthOfTextAtSize(cell, 9) : 6
        page.drawText(cell, { x: x + right, y: y - 9, size: 9, font, color: ink })
        x += width
      }
      this.rule(y - 14)
      this.y -= 18
    }
    this.y -= 8
    return this
  }

  curves(curves: Curves): this {
    this.keep(250)
    const box = { x: paper.margin + 40, y: this.y - 200, width: inside - 60, height: 180 }
    drawCurves(this.page, box, { curves, font: this.fonts.plain })
    this.y -= 240
    return this
  }

  /** Rectangles to scale, in the unit of the drawing: a plan seen from above. */
  plan(size: { width: number; height: number }, boxes: [x: number, y: number, w: number, h: number][]): this {
    const scale = 300 / size.width
    this.keep(size.height * scale + 30)
    const left = paper.margin + 40
    const bottom = this.y - size.height * scale - 10
    const frame = { x: left, y: bottom, width: size.width * scale, height: size.height * scale }
    this.page.drawRectangle({ ...frame, borderColor: ink, borderWidth: 1.5 })
    for (const [index, [x, y, w, h]] of boxes.entries()) {
      const at = { x: left + x * scale, y: bottom + y * scale, width: w * scale, height: h * scale }
      this.page.drawRectangle({ ...at, borderColor: quiet, borderWidth: 0.75, color: shade })
      const middle = { x: at.x + at.width / 2 - 3, y: at.y + at.height / 2 - 4 }
      this.page.drawText(String(index + 1), { ...middle, size: 10, font: this.fonts.plain, color: ink })
    }
    this.y = bottom - 20
    return this
  }

  async bytes(): Promise<Uint8Array> {
    const pages = this.file.getPages()
    for (const [index, page] of pages.entries()) {
      const count = `${index + 1} / ${pages.length}`
      page.drawText(count, {
        x: paper.width - paper.margin - 24,
        y: 32,
        size: 8,
        font: this.fonts.plain,
        color: quiet,
      })
    }
    return this.file.save()
  }

  private turn(): PDFPage {
    this.page = this.file.addPage([paper.width, paper.height])
    this.y = paper.height - paper.margin
    const small = { size: 8, font: this.fonts.plain, color: quiet }
    this.page.drawText(`Halden Components · ${this.reference}`, {
      x: paper.margin,
      y: paper.height - 36,
      ...small,
    })
    this.page.drawText(this.title, { x: paper.margin, y: 32, ...small })
    this.y -= 12
    return this.page
  }

  private keep(height: number): void {
    if (this.y - height < paper.margin) this.turn()
  }

  private rule(y: number): void {
    const from = { x: paper.margin, y }
    this.page.drawLine({ start: from, end: { x: paper.margin + inside, y }, thickness: 0.5, color: line })
  }

  private write(text: string, { font, size, gap }: { font: PDFFont; size: number; gap: number }): this {
    for (const each of wrapped(text, (part) => font.widthOfTextAtSize(part, size) <= inside)) {
      this.keep(size * 1.45)
      this.page.drawText(each, { x: paper.margin, y: this.y - size, size, font, color: ink })
      this.y -= size * 1.45
    }
    this.y -= gap
    return this
  }
}

function wrapped(text: string, fits: (part: string) => boolean): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of text.split(/\s+/)) {
    const longer = current ? `${current} ${word}` : word
    if (current && !fits(longer)) lines.push(current)
    current = current && !fits(longer) ? word : longer
  }
  return [...lines, current]
}

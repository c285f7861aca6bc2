import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { type DrawnRun, EmbeddedFonts } from './embedded-fonts.server.ts'

/** A line as it is given: what is too long for the sheet goes on below. */
export interface PdfLine {
  /** `note` and `hash` are grey. */
  as: 'title' | 'heading' | 'entry' | 'text' | 'note' | 'hash'
  text: string
}

export interface PdfText {
  title: string
  /** BCP 47. */
  language: string
  madeAt: Date
  lines: PdfLine[]
}

/** A4, in points: 1/72 inch. */
const sheet: [width: number, height: number] = [595.28, 841.89]
const margin = 48
const measure = sheet[0] - 2 * margin
const leading = 1.4
const sizes: Record<PdfLine['as'], number> = {
  title: 16,
  heading: 12,
  entry: 10,
  text: 9,
  note: 8.5,
  hash: 6.5,
}
const before: Record<PdfLine['as'], number> = { title: 0, heading: 16, entry: 8, text: 1, note: 1, hash: 1 }
/** A line is torn at a space only when one is among its last so many letters; Chinese has none. */
const wordLength = 30
const ink = rgb(0.11, 0.1, 0.09)
const faint = rgb(0.4, 0.38, 0.36)

interface Letter {
  text: string
  font: PDFFont
  width: number
}

/** Writes lines on numbered sheets, each letter in a font that has it. Runs on the thread beside the pages. */
export async function writePdfLines(text: PdfText): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  document.setTitle(text.title)
  document.setLanguage(text.language)
  document.setCreationDate(text.madeAt)
  document.setModificationDate(text.madeAt)
  const fonts = new EmbeddedFonts(document)
  let page = document.addPage(sheet)
  let y = sheet[1] - margin
  for (const { as, text: words } of text.lines) {
    const size = sizes[as]
    y -= before[as]
    for (const letters of wrapped(await lettersOf(fonts, words, size), size)) {
      if (y - size * leading < margin) {
        page = document.addPage(sheet)
        y = sheet[1] - margin
      }
      y -= size * leading
      draw(page, letters, { x: margin, y, size, color: as === 'note' || as === 'hash' ? faint : ink })
    }
  }
  await numberSheets(document, fonts)
  return Uint8Array.from(await document.save({ objectsPerTick: Number.POSITIVE_INFINITY }))
}

async function lettersOf(fonts: EmbeddedFonts, text: string, size: number): Promise<Letter[]> {
  const runs = await fonts.runsOf(text.replace(/[\s\p{Cc}]+/gu, ' '))
  return runs.flatMap(({ text: letters, drawn }: DrawnRun) =>
    [...letters].map((letter) => ({
      text: letter,
      font: drawn,
      width: fonts.widthOf(letter, drawn) * size,
    })),
  )
}

/** Lines that fit: torn at a space where one is near, else where the line is full. */
function wrapped(letters: Letter[], size: number): Letter[][] {
  const lines: Letter[][] = []
  let line: Letter[] = []
  let width = 0
  for (const letter of letters) {
    if (width + letter.width > measure - size * 0.1) {
      const space = line.findLastIndex((each) => each.text === ' ')
      const rest = space > line.length - wordLength && space > 0 ? line.splice(space) : []
      lines.push(line)
      line = rest.slice(1)
      width = widthOf(line)
    }
    line.push(letter)
    width += letter.width
  }
  return [...lines, line]
}

const widthOf = (letters: Letter[]) => letters.reduce((sum, { width }) => sum + width, 0)

interface Place {
  x: number
  y: number
  size: number
  color: ReturnType<typeof rgb>
}

/** Neighbours of one font are drawn at once, so that the text can be copied as it reads. */
function draw(page: PDFPage, letters: Letter[], { x, ...place }: Place): void {
  let along = x
  let from = 0
  for (let to = 1; to <= letters.length; to += 1) {
    const font = letters[from]?.font
    if (!font || letters[to]?.font === font) continue
    const run = letters.slice(from, to)
    page.drawText(run.map(({ text }) => text).join(''), { ...place, x: along, font })
    along += widthOf(run)
    from = to
  }
}

async function numberSheets(document: PDFDocument, fonts: EmbeddedFonts): Promise<void> {
  const pages = document.getPages()
  const size = 8
  for (const [index, page] of pages.entries()) {
    const letters = await lettersOf(fonts, `${index + 1} / ${pages.length}`, size)
    draw(page, letters, { x: sheet[0] - margin - widthOf(letters), y: margin / 2, size, color: faint })
  }
}

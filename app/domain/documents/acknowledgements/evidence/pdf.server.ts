import fontkit from '@pdf-lib/fontkit'
import { PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib'
import { fontFile, runsOf } from '#app/platform/pdf/fonts.server.ts'
import type { EvidencePack } from './pack.server.ts'
import { linesOfPack, type PackLine } from './page.ts'

/** A4 in points. */
const sheet: [width: number, height: number] = [595.28, 841.89]
const margin = 48
const sizes: Record<PackLine['as'], number> = { title: 16, heading: 12, entry: 10, text: 9, hash: 6.5 }
const before: Record<PackLine['as'], number> = { title: 0, heading: 16, entry: 8, text: 1, hash: 1 }
const ink = rgb(0.11, 0.1, 0.09)
const faint = rgb(0.4, 0.38, 0.36)

interface Letter {
  text: string
  font: PDFFont
  width: number
}

/** The pack as a PDF to be read and filed: each name in a font that has its letters. */
export async function packPdf(
  pack: EvidencePack,
  language: string,
  t: Parameters<typeof linesOfPack>[2],
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const lines = linesOfPack(pack, language, t)
  document.setTitle(lines[0]?.text ?? pack.document.number)
  document.setLanguage(language)
  document.setCreationDate(new Date(pack.madeAt))
  document.setModificationDate(new Date(pack.madeAt))
  const fonts = new Map<string, PDFFont>()
  let page = document.addPage(sheet)
  let y = sheet[1] - margin
  for (const line of lines) {
    const size = sizes[line.as]
    y -= before[line.as]
    for (const letters of wrapped(await lettersOf(document, fonts, line), size)) {
      if (y - size * 1.4 < margin) {
        page = document.addPage(sheet)
        y = sheet[1] - margin
      }
      y -= size * 1.4
      draw(page, letters, { y, size, isFaint: line.as === 'hash' })
    }
  }
  number(document, fonts)
  return document.save()
}

async function lettersOf(document: PDFDocument, fonts: Map<string, PDFFont>, { text, as }: PackLine) {
  const letters: Letter[] = []
  for (const run of await runsOf(text)) {
    const font = fonts.get(run.font) ?? (await document.embedFont(await fontFile(run.font), { subset: true }))
    fonts.set(run.font, font)
    for (const letter of run.text) {
      letters.push({ text: letter, font, width: font.widthOfTextAtSize(letter, sizes[as]) })
    }
  }
  return letters
}

/** Lines that fit: broken at a space where there is one in sight, else where the line is full, as Chinese is. */
function wrapped(letters: Letter[], size: number): Letter[][] {
  const lines: Letter[][] = []
  let line: Letter[] = []
  let width = 0
  for (const letter of letters) {
    if (width + letter.width > sheet[0] - 2 * margin - size * 0.1) {
      const space = line.findLastIndex((each) => each.text === ' ')
      const rest = space > line.length - 30 && space > 0 ? line.splice(space) : []
      lines.push(line)
      line = rest.slice(1)
      width = line.reduce((sum, each) => sum + each.width, 0)
    }
    line.push(letter)
    width += letter.width
  }
  return [...lines, line]
}

/** Neighbours of one font are drawn at once, so that the text can be copied as it reads. */
function draw(page: PDFPage, letters: Letter[], at: { y: number; size: number; isFaint: boolean }): void {
  let x = margin
  let run: Letter[] = []
  const flush = () => {
    const [first] = run
    if (first) {
      const text = run.map((letter) => letter.text).join('')
      page.drawText(text, { x, y: at.y, size: at.size, font: first.font, color: at.isFaint ? faint : ink })
      x += run.reduce((sum, letter) => sum + letter.width, 0)
    }
    run = []
  }
  for (const letter of letters) {
    if (run[0] && run[0].font !== letter.font) flush()
    run.push(letter)
  }
  flush()
}

function number(document: PDFDocument, fonts: Map<string, PDFFont>): void {
  const [font] = fonts.values()
  const pages = document.getPages()
  pages.forEach((page, index) => {
    page.drawText(`${index + 1} / ${pages.length}`, {
      x: sheet[0] - margin - 30,
      y: 24,
      size: 8,
      font,
      color: faint,
    })
  })
}

import { degrees, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFPage, rgb } from 'pdf-lib'
import { type DrawnRun, EmbeddedFonts } from './embedded-fonts.server.ts'

/** The line that each page carries. */
export interface Stamp {
  text: string
}

/** Why a file stays as it is. */
export type Unstamped = 'encrypted' | 'signed' | 'damaged'

export type Stamped = { bytes: Uint8Array<ArrayBuffer>; pages: number } | { unstamped: Unstamped }

/** In points: 1/72 inch. */
const size = 7
const margin = 10
const grey = rgb(0.35, 0.35, 0.35)

/**
 * Writes a line at the foot of each page, inside the visible box and upright as the page is turned, in fonts that have the
 * letters. No transparency: PDF/A-1 has none. A protected file cannot be written to; a signed one would look forged.
 */
export async function stampPdf(bytes: Uint8Array, { text }: Stamp): Promise<Stamped> {
  const document = await load(bytes)
  if (typeof document === 'string') return { unstamped: document }
  const line = await lineOf(document, text)
  for (const page of document.getPages()) draw(page, line)
  const written = await document.save({
    objectsPerTick: Number.POSITIVE_INFINITY,
    updateFieldAppearances: false,
  })
  return { bytes: Uint8Array.from(written), pages: document.getPageCount() }
}

async function load(bytes: Uint8Array): Promise<PDFDocument | Unstamped> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
    if (document.isEncrypted) return 'encrypted'
    // A broken list of pages shows only when it is asked for.
    if (document.getPageCount() === 0) return 'damaged'
    return isSigned(document) ? 'signed' : document
  } catch {
    return 'damaged'
  }
}

/** Bit 1 of SigFlags (ISO 32000-1, 12.7.2): the document has a signature, which any change would break. */
function isSigned(document: PDFDocument): boolean {
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const flags = form?.lookupMaybe(PDFName.of('SigFlags'), PDFNumber)?.asNumber() ?? 0
  return (flags & 1) === 1
}

interface Line {
  runs: (DrawnRun & { width: number })[]
  width: number
}

async function lineOf(document: PDFDocument, text: string): Promise<Line> {
  const runs = (await new EmbeddedFonts(document).runsOf(text)).map((run) => ({
    ...run,
    width: run.drawn.widthOfTextAtSize(run.text, size),
  }))
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) }
}

function draw(page: PDFPage, { runs, width }: Line): void {
  const box = page.getCropBox()
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const isSideways = turn === 90 || turn === 270
  const across = isSideways ? box.height : box.width
  const scale = Math.min(1, (across - 2 * margin) / width)
  let along = margin
  for (const run of runs) {
    const { x, y } = placeOf(box, turn, along)
    const options = { x, y, size: size * scale, font: run.drawn, color: grey, rotate: degrees(turn) }
    page.drawText(run.text, options)
    along += run.width * scale
  }
}

/** A place at the foot of the page as it is shown, `along` points from its left edge. */
function placeOf(box: ReturnType<PDFPage['getCropBox']>, turn: number, along: number) {
  const { x, y, width, height } = box
  const foot = margin * 0.6
  if (turn === 90) return { x: x + width - foot, y: y + along }
  if (turn === 180) return { x: x + width - along, y: y + height - foot }
  if (turn === 270) return { x: x + foot, y: y + height - along }
  return { x: x + along, y: y + foot }
}

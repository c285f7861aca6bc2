import { PDFDocument, StandardFonts } from 'pdf-lib'

/** A PDF with these lines on its pages, in Latin letters. */
export async function pdfOf(pages: string[][]): Promise<Uint8Array> {
  const file = await PDFDocument.create()
  const font = await file.embedFont(StandardFonts.Helvetica)
  for (const lines of pages) {
    const page = file.addPage([595, 842])
    for (const [index, line] of lines.entries())
      page.drawText(line, { x: 50, y: 780 - index * 14, size: 10, font })
  }
  return file.save()
}

import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { type TakePage, Unreadable } from './pages.ts'

/**
 * The words of each page of a PDF, in the order in which the file has them. Scripts in it are never run: the library
 * only reads, and its own use of `eval` is switched off. Runs in the child process alone.
 * @throws Unreadable
 */
export async function readPdf(bytes: Uint8Array, take: TakePage): Promise<number> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const below = (name: string) => pathToFileURL(path.join(folder, name, '/')).href
  const loading = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    // Names of glyphs in Chinese and Japanese fonts.
    cMapUrl: below('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: below('standard_fonts'),
  })
  try {
    const pdf = await loading.promise
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      page.cleanup()
      if (!take({ page: number, text: textOf(items as TextItem[]) })) break
    }
    return pdf.numPages
  } catch (error) {
    throw (error as Error).name === 'PasswordException' ? new Unreadable('password') : error
  } finally {
    await loading.destroy().catch(() => undefined)
  }
}

function textOf(items: TextItem[]): string {
  return items.map(({ str, hasEOL }) => (hasEOL ? `${str ?? ''}\n` : (str ?? ''))).join('')
}

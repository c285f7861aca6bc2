import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

export interface StyleFile {
  path: string
  content: Buffer
  mediaType: string
}

/** The style sheet and the fonts that formulas are set in. */
export async function formulaFiles(): Promise<StyleFile[]> {
  const sheet = createRequire(import.meta.url).resolve('katex/dist/katex.min.css')
  const folder = path.join(path.dirname(sheet), 'fonts')
  const fonts = (await readdir(folder)).filter((name) => name.endsWith('.woff2'))
  return [
    { path: 'formulas/katex.min.css', content: await readFile(sheet), mediaType: 'text/css' },
    ...(await Promise.all(
      fonts.map(async (name) => ({
        path: `formulas/fonts/${name}`,
        content: await readFile(path.join(folder, name)),
        mediaType: 'font/woff2',
      })),
    )),
  ]
}

import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url'
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

/** What <head> should preload so that the first paint of a page in this language already has its font. */
export function fontLinks(language: string) {
  const files = language.startsWith('ru') ? [cyrillic, latin] : [latin]
  return files.map((href) => ({
    rel: 'preload' as const,
    href,
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  }))
}

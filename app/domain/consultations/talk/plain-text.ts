const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The text of rendered HTML, block by block on a line of its own. */
export function plainText(html: string): string {
  return html
    .replace(/<math[\s\S]*?<\/math>/g, '')
    .replace(/<\/(?:p|li|tr|h[1-6]|blockquote|pre)>|<br>/g, '\n')
    .replace(/<\/t[dh]>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
}

/** The letters and digits of a text, by which a quote is compared with what was said. */
export function wordsIn(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

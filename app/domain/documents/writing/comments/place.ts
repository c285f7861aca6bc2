/** The text of a block of rendered HTML, on one line. */
export function textOfBlock(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#x26': '&', '#x3C': '<' }
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}

/** How a paragraph is quoted where it is remarked on. */
export const quoteOf = (html: string) => textOfBlock(html).slice(0, 160)

/**
 * Where a remark stands in the present text: at the paragraph that begins as the quoted one did, the nearest of several;
 * null when the paragraph was changed or taken out.
 */
export function placeOf({ block, quote }: { block: number; quote: string }, quotes: string[]): number | null {
  const same = quotes.flatMap((each, index) => (each === quote ? [index] : []))
  const [nearest] = same.sort((a, b) => Math.abs(a - block) - Math.abs(b - block))
  return nearest ?? null
}

/** Tags, or the text between them. */
const parts = /<[^>]*>|[^<]+/g
/** What stands inside these is no running text: links lead elsewhere already, code and formulas mean what they say. */
const closed = /^(?:a|code|pre|math|annotation|svg)$/
/** A formula as KaTeX sets it: spans inside a span of this class. */
const formula = /^<span class="katex/

/**
 * Changes the running text of rendered HTML, run by run. The HTML is the renderer's own: well-formed, with `<` and `>` nowhere
 * but in tags. What comes back from `change` is HTML.
 */
export function changeText(html: string, change: (text: string) => string): string {
  let inside = 0
  let spans = 0
  return html.replace(parts, (part) => {
    if (!part.startsWith('<')) return inside > 0 || spans > 0 ? part : change(part)
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(part) ?? []
    if (closed.test(name) && !part.endsWith('/>')) inside += slash ? -1 : 1
    if (name === 'span' && (spans > 0 || formula.test(part))) spans += slash ? -1 : 1
    return part
  })
}

/** A text as it stands in the renderer's HTML. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;' })[c] ?? '&gt;')
}

/** Whatever Markdown could read as something else than letters: marks, addresses, entities, escapes. */
const marks = /[\\`*_[\]<>|~$&#@=\0\f\v\r]|:\/\/|www\.|xmpp:|mailto:/i
/** At the beginning of a line: lists, rules, tables of one column, underlined headings, indented code. */
const beginnings = /^(?:[ \t]*(?:[-+:]|\d{1,9}[.)])|[ ]{0,3}\t| {4})/m

/** True when the text means the same to Markdown as to a reader: paragraphs and line breaks, nothing more. */
export function isPlain(text: string): boolean {
  return !marks.test(text) && !beginnings.test(text)
}

/** The HTML of plain text. There is nothing in it to escape: see `isPlain`. */
export function renderPlain(text: string): string {
  return text
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map(trim)
        .join('<br>\n')
        .replace(/^(<br>\n)+|(<br>\n)+$/g, ''),
    )
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
}

function trim(line: string): string {
  return line.replace(/^[ \t]+|[ \t\r]+$/g, '')
}

/** Safe HTML that shows a text as it was typed, for what Markdown cannot cope with. */
export function renderVerbatim(text: string): string {
  const escaped = text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;' })[c] ?? '&gt;')
  return `<pre tabindex="0"><code>${escaped}</code></pre>`
}

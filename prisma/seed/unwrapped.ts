/** What begins a line of its own in Markdown: a heading, a table, a list, a quotation, a footnote. */
const own = /^\s*(?:$|[#|>]|[-*+] |\d+[.)] |\[\^|!\[|<)/
const fence = /^\s*(?:```|~~~|\$\$)/
/** Chinese is written without spaces. */
const han = /[\u3400-\u9fff]/
const hanStop = /[\u3000-\u303f\uff00-\uffef]/

/** A text whose paragraphs are broken where the source's lines end, as it is typed: a paragraph is one line. */
export function unwrapped(text: string): string {
  const lines: string[] = []
  let isFenced = false
  for (const line of text.split('\n')) {
    const before = lines.at(-1)
    const isFence = fence.test(line)
    const goesOn = !isFenced && !isFence && !own.test(line) && before !== undefined && takesMore(before)
    if (goesOn) lines.push(joined(lines.pop() ?? '', line.trim()))
    else lines.push(line)
    if (isFence && !/\$\$.*\$\$/.test(line)) isFenced = !isFenced
  }
  return lines.join('\n')
}

const takesMore = (line: string) => line.trim() !== '' && !/^\s*[#|<]/.test(line) && !fence.test(line)

function joined(before: string, after: string): string {
  const last = before.at(-1) ?? ''
  const isClose = hanStop.test(last) || (han.test(last) && han.test(after[0] ?? ''))
  return `${before}${isClose ? '' : ' '}${after}`
}

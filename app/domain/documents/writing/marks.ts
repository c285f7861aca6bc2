/** What the keys and buttons of the editor do to a Markdown text. Pure: the field itself is changed elsewhere. */
export interface Edit {
  /** What is replaced, and by what. */
  from: number
  to: number
  insert: string
  /** What is selected afterwards. */
  select: [number, number]
}

interface Selection {
  text: string
  from: number
  to: number
}

export const markNames = [
  'bold',
  'italic',
  'heading',
  'list',
  'numbered',
  'table',
  'link',
  'code',
  'formula',
  'footnote',
] as const
export type MarkName = (typeof markNames)[number]

/** With Ctrl or ⌘. The browser's own K and E are given up inside the text alone. */
export const markKeys: Partial<Record<MarkName, string>> = {
  bold: 'b',
  italic: 'i',
  heading: 'h',
  link: 'k',
  code: 'e',
  formula: 'm',
}

export function applyMark(name: MarkName, at: Selection): Edit {
  switch (name) {
    case 'bold':
      return around(at, '**')
    case 'italic':
      return around(at, '*')
    case 'formula':
      return around(at, '$')
    case 'code':
      return chosen(at).includes('\n') ? fenced(at) : around(at, '`')
    case 'heading':
      return lines(at, headingOf)
    case 'list':
      return lines(at, (line) => (line.startsWith('- ') ? line.slice(2) : `- ${line}`))
    case 'numbered':
      return lines(at, (line, n) =>
        /^\d+\. /.test(line) ? line.replace(/^\d+\. /, '') : `${n + 1}. ${line}`,
      )
    case 'link':
      return link(at)
    case 'table':
      return block(at, '|  |  |\n| --- | --- |\n|  |  |', 2)
    case 'footnote':
      return footnote(at)
  }
}

const chosen = ({ text, from, to }: Selection) => text.slice(from, to)

/** Puts the mark around what is selected, or takes it away where it stands already. */
function around({ text, from, to }: Selection, mark: string): Edit {
  const inner = text.slice(from, to)
  const has = (before: string, after: string) => before.endsWith(mark) && after.startsWith(mark)
  if (has(text.slice(0, from), text.slice(to)) && (mark !== '*' || isSingle(text, from, to))) {
    const start = from - mark.length
    return { from: start, to: to + mark.length, insert: inner, select: [start, start + inner.length] }
  }
  return { from, to, insert: mark + inner + mark, select: [from + mark.length, to + mark.length] }
}

/** One star, or three: the inner one is that of italics. */
const isSingle = (text: string, from: number, to: number) =>
  (/\*+$/.exec(text.slice(0, from))?.[0].length ?? 0) % 2 === 1 &&
  (/^\*+/.exec(text.slice(to))?.[0].length ?? 0) % 2 === 1

function lines({ text, from, to }: Selection, change: (line: string, index: number) => string): Edit {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const next = text.indexOf('\n', to)
  const end = next === -1 ? text.length : next
  const insert = text.slice(start, end).split('\n').map(change).join('\n')
  const isOne = from === to
  return {
    from: start,
    to: end,
    insert,
    select: [isOne ? start + insert.length : start, start + insert.length],
  }
}

/** None, second level, third level, none: the first level is the title's. */
function headingOf(line: string): string {
  const level = /^(#+) /.exec(line)?.[1]?.length ?? 0
  const words = line.replace(/^#+ /, '')
  return level === 0 ? `## ${words}` : level === 2 ? `### ${words}` : words
}

function link({ text, from, to }: Selection): Edit {
  const inner = text.slice(from, to)
  const isAddress = /^https?:\/\/\S+$/.test(inner)
  const insert = isAddress ? `[](${inner})` : `[${inner}](https://)`
  const after = from + inner.length + 3
  const select: Edit['select'] = isAddress || !inner ? [from + 1, from + 1] : [after, after + 8]
  return { from, to, insert, select }
}

function fenced(at: Selection): Edit {
  return block(at, `\`\`\`\n${chosen(at)}\n\`\`\``, 4)
}

/** On lines of its own, with an empty one before and after. */
function block({ text, from, to }: Selection, insert: string, caret: number): Edit {
  const before = /(^|\n\n)$/.test(text.slice(0, from)) ? '' : /\n$/.test(text.slice(0, from)) ? '\n' : '\n\n'
  const after = /^(\n\n|$)/.test(text.slice(to)) ? '' : '\n\n'
  const at = from + before.length + caret
  return { from, to, insert: before + insert + after, select: [at, at] }
}

/** The mark at the caret, and the note at the end with the next free number. */
function footnote({ text, to }: Selection): Edit {
  const numbers = [...text.matchAll(/\[\^(\d{1,4})\]/g)].map((match) => Number(match[1]))
  const mark = `[^${Math.max(0, ...numbers) + 1}]`
  const rest = text.slice(to).trimEnd()
  const insert = `${mark}${rest}${/\[\^\d+\]:[^\n]*$/.test(rest) ? '\n' : '\n\n'}${mark}: `
  return { from: to, to: text.length, insert, select: [to + insert.length, to + insert.length] }
}

/**
 * A pasted text without what no text field can hold: PostgreSQL refuses NUL, and other control characters are invisible.
 * Tabs and new lines stay.
 */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, '')
}

/**
 * What was typed after a `#` that asks for a document or a parameter, up to the caret: `#loss`, or `#TN-0001#P` for the
 * parameters of one. Null when nothing is asked.
 */
export function askedReference(text: string, caret: number): { from: number; query: string } | null {
  const before = text.slice(Math.max(0, caret - 100), caret)
  const found =
    /(?:^|[\s(])#([\p{L}\p{N}][\p{L}\p{N}_-]{0,40}(?:@\d{0,5})?(?:#[^\s[\]#|]{0,40})?)$|[ \t(]#$/u.exec(
      before,
    )
  if (!found) return null
  const query = found[1] ?? ''
  return { from: caret - query.length - 1, query }
}

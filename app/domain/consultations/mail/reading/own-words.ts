import {
  isBlank,
  isForwardMark,
  isForwardSubject,
  isHeaderBlock,
  isOriginalMark,
  isQuoted,
  isRule,
  isSignOff,
  leadStart,
} from './quote-marks.ts'

/** A signature is short; what follows two hyphens at length is text. */
const longestSignature = 12
const longestFooter = 6

/**
 * What somebody wrote oneself into a mail: without the mail that is answered, above or below, and without signature.
 *
 * - answered above the quotation (most programs) or below it (Thunderbird): the own part stays alone;
 * - answered between the lines: the quoted lines stay, because the answers mean nothing without them;
 * - forwarded: what was forwarded stays, because it is what the writer wants to show.
 *
 * Plain text in, plain text out; never throws, and takes time in proportion to the lines. When in doubt it keeps.
 * Formats: RFC 3676 §4.3 (`-- `), the marks of Outlook, Gmail, Apple Mail, Thunderbird and telephones in quote-marks.ts.
 * `marks` are lines that our own mails carry above what is quoted of them.
 */
export function ownWords(text: string, subject = '', marks: string[] = []): string {
  const lines = withoutOwnMail(tidy(text), marks)
  const mark = lines.findIndex(isForwardMark)
  if (mark >= 0) {
    const above = cut(lines.slice(0, mark))
    return joined([...above, ...(above.length > 0 ? [''] : []), ...lines.slice(mark)])
  }
  if (isForwardSubject(subject)) return joined(lines)
  return joined(cut(lines))
}

/** Below our own line there is nothing new; one that is marked as quoted may have the answer below it. */
function withoutOwnMail(lines: string[], marks: string[]): string[] {
  const at = lines.findIndex((line) => !isQuoted(line) && marks.some((mark) => line.includes(mark)))
  if (at < 0) return lines
  const end = lines.slice(0, at).findLastIndex((line) => !isBlank(line))
  const start = end < 0 ? null : leadStart(lines, end)
  return lines.slice(0, start ?? at)
}

function tidy(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
}

function joined(lines: string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\s*\n/, '')
    .trimEnd()
}

function cut(all: string[]): string[] {
  const lines = withoutQuotes(withoutSignature(withoutOriginal(all)))
  return trimmed(withoutSignOff(lines))
}

/** Outlook sets the whole mail that is answered below a block of its headers, without any mark on its lines. */
function withoutOriginal(lines: string[]): string[] {
  const at = lines.findIndex(
    (line, index) => !isQuoted(line) && (isOriginalMark(line) || isHeaderBlock(lines, index)),
  )
  const above = at < 0 ? lines : lines.slice(0, at)
  // With nothing above, the block is all that was sent.
  return above.every((line) => isBlank(line) || isRule(line)) ? lines : above
}

function withoutSignature(lines: string[]): string[] {
  const end = (at: number, longest: number) => {
    const below = lines.slice(at + 1).filter((line) => !isBlank(line))
    const toQuote = below.findIndex(isQuoted)
    return (toQuote < 0 ? below.length : toQuote) <= longest
  }
  const at = lines.findIndex(
    (line, index) =>
      (/^--\s*$/.test(line) && end(index, longestSignature)) ||
      (/^_{10,}$/.test(line.trim()) && end(index, longestFooter) && index > 0),
  )
  return at < 0 ? lines : lines.slice(0, at)
}

interface Block {
  isQuote: boolean
  lines: string[]
}

function withoutQuotes(lines: string[]): string[] {
  const blocks = blocksOf(lines)
  const own = blocks.filter((block) => !block.isQuote)
  if (own.length === blocks.length) return withoutUnmarked(lines)
  // Nothing of one's own: the quotation is the message.
  if (own.length === 0) return lines
  const first = blocks.findIndex((block) => !block.isQuote)
  const last = blocks.findLastIndex((block) => !block.isQuote)
  const kept = own.length > 1 ? blocks.slice(0, last + 1) : blocks.slice(first, last + 1)
  return kept.flatMap((block) => block.lines)
}

/** Runs of quoted and of own lines; the line that leads into a quotation belongs to it, blank lines to nobody. */
function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const lead = leadLength(lines, at)
    const isQuote = lead > 0 || isQuoted(lines[at] ?? '')
    const taken = lead > 0 ? lead : 1
    const last = blocks.at(-1)
    const next = lines.slice(at, at + taken)
    // A lead is said by the page already: who answers and when.
    const kept = lead > 0 ? [] : next
    if (last && (last.isQuote === isQuote || isBlank(lines[at] ?? ''))) last.lines.push(...kept)
    else if (!isBlank(lines[at] ?? '')) blocks.push({ isQuote, lines: kept })
    at += taken - 1
  }
  return blocks
}

/** How many lines from here on lead into a quotation; 0 for none. A quotation has to follow. */
function leadLength(lines: string[], at: number): number {
  for (let end = at; end < at + 3 && end < lines.length; end += 1) {
    if (leadStart(lines, end) !== at) continue
    const next = lines.slice(end + 1).find((line) => !isBlank(line))
    return next !== undefined && isQuoted(next) ? end - at + 1 : 0
  }
  return 0
}

/** Some programs lead into a quotation and then mark no line of it. */
function withoutUnmarked(lines: string[]): string[] {
  const end = lines.findIndex((_, index) => (leadStart(lines, index) ?? 0) > 0)
  const start = end < 0 ? null : leadStart(lines, end)
  const above = start === null ? lines : lines.slice(0, start)
  return above.every(isBlank) ? lines : above
}

function withoutSignOff(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => !isBlank(line) && !isRule(line))
  return last >= 0 && isSignOff(lines[last] ?? '') ? lines.slice(0, last) : lines
}

function trimmed(lines: string[]): string[] {
  const isEmpty = (line: string) => isBlank(line) || isRule(line)
  const last = lines.findLastIndex((line) => !isEmpty(line))
  return lines.slice(0, last + 1)
}

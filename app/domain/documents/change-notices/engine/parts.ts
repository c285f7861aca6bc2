/** One entry of a list of affected part numbers, as it was understood. */
export type PartEntry =
  | { kind: 'number'; text: string }
  | { kind: 'wildcard'; text: string }
  | { kind: 'range'; text: string; from: string; to: string }

/** What is wrong with an entry. */
export type PartProblem = 'characters' | 'tooLong' | 'tooWide' | 'rangeEnds' | 'tooMany'

export type ParsedParts = { entries: PartEntry[] } | { problem: PartProblem; text: string }

const longest = 100
const mostEntries = 500

/**
 * Reads part numbers between commas, semicolons or line ends: numbers, ranges (`A-100..A-120`) and wildcards (`*` for
 * any characters, `?` for one). Upper and lower case are the same. The first entry that makes no sense is named.
 */
export function parseParts(text: string): ParsedParts {
  const texts = text
    .split(/[,;，；、\n]/)
    .map((each) => each.trim())
    .filter(Boolean)
  if (texts.length > mostEntries) return { problem: 'tooMany', text: String(mostEntries) }
  const entries: PartEntry[] = []
  for (const each of new Set(texts)) {
    const entry = parseEntry(each)
    if (typeof entry === 'string') return { problem: entry, text: each.slice(0, longest) }
    entries.push(entry)
  }
  return { entries }
}

function parseEntry(text: string): PartEntry | PartProblem {
  if (text.length > 2 * longest + 2) return 'tooLong'
  // Spaces inside, controls and quotation marks are no part of a number.
  if (!/^[\p{L}\p{N}\-_./+#:()*?]+$/u.test(text)) return 'characters'
  if (text.includes('..')) {
    const [from = '', to = '', ...more] = text.split(/\.{2,}/)
    if (more.length > 0 || !rangeOf(from, to)) return 'rangeEnds'
    return { kind: 'range', text, from, to }
  }
  if (text.length > longest) return 'tooLong'
  if (!/[*?]/.test(text)) return { kind: 'number', text }
  // What is left without the wildcards has to say something.
  return /[\p{L}\p{N}]/u.test(text) ? { kind: 'wildcard', text } : 'tooWide'
}

interface Range {
  before: string
  after: string
  from: number
  to: number
  /** The width of the number, where both ends have the same: A-100 is in A-100..A-120, A-0100 is not. */
  width: number | null
}

const partsOf = (text: string) => text.toUpperCase().match(/\d+|\D+/g) ?? []

/** The one number in which both ends differ; null when they differ elsewhere, or the wrong way round. */
function rangeOf(from: string, to: string): Range | null {
  if (/[*?]/.test(from + to) || from.length > longest || to.length > longest) return null
  const [low, high] = [partsOf(from), partsOf(to)]
  if (low.length !== high.length) return null
  const differing = low.flatMap((part, index) => (part === high[index] ? [] : [index]))
  const at = differing.length === 0 ? low.findLastIndex((part) => /^\d/.test(part)) : differing[0]
  const [first, last] = at === undefined ? [] : [low[at], high[at]]
  if (differing.length > 1 || at === undefined || !first || !last) return null
  if (!/^\d{1,15}$/.test(first) || !/^\d{1,15}$/.test(last) || Number(first) > Number(last)) return null
  return {
    before: low.slice(0, at).join(''),
    after: low.slice(at + 1).join(''),
    from: Number(first),
    to: Number(last),
    width: first.length === last.length ? first.length : null,
  }
}

/** Whether a part number is one of those that an entry means. */
export function includes(entry: PartEntry, number: string): boolean {
  const part = number.toUpperCase()
  if (entry.kind === 'number') return entry.text.toUpperCase() === part
  if (entry.kind === 'wildcard') return fits(part, entry.text.toUpperCase())
  const range = rangeOf(entry.from, entry.to)
  if (!range || !part.startsWith(range.before) || !part.endsWith(range.after)) return false
  const digits = part.slice(range.before.length, part.length - range.after.length)
  if (!/^\d{1,15}$/.test(digits) || part.length < range.before.length + range.after.length) return false
  if (range.width !== null && digits.length !== range.width) return false
  return Number(digits) >= range.from && Number(digits) <= range.to
}

/** `*` any characters, `?` one: in one pass, so that no pattern takes long. */
function fits(text: string, pattern: string): boolean {
  let [at, sign, star, mark] = [0, 0, -1, 0]
  while (at < text.length) {
    if (pattern[sign] === '*') [star, mark, sign] = [sign, at, sign + 1]
    else if (sign < pattern.length && (pattern[sign] === '?' || pattern[sign] === text[at])) {
      at += 1
      sign += 1
    } else if (star >= 0) {
      mark += 1
      ;[at, sign] = [mark, star + 1]
    } else return false
  }
  return /^\**$/.test(pattern.slice(sign))
}

/**
 * Of the parts of one catalogue those that are meant, each once, and the entries that mean none of them. Whose parts the
 * catalogue holds decides whose can be meant.
 */
export function resolveParts<Part extends { number: string }>(
  entries: readonly PartEntry[],
  catalogue: readonly Part[],
): { parts: Part[]; unknown: string[] } {
  const parts = new Set<Part>()
  const unknown: string[] = []
  for (const entry of entries) {
    const meant = catalogue.filter((part) => includes(entry, part.number))
    if (meant.length === 0) unknown.push(entry.text)
    for (const part of meant) parts.add(part)
  }
  return { parts: [...parts], unknown }
}

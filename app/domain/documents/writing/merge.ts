/**
 * Brings together two texts that were written from the same one, by section: a heading and what follows it. Pure.
 * A section that one of the two changed is taken from it; what both changed in different ways is a conflict that
 * holds both texts. After the three-way merge of Khanna, Kunal and Pierce (diff3, 2007), with sections that are known
 * by their heading instead of lines that are known by their words: two neighbouring sections can be changed apart.
 */
export type MergePart =
  | { kind: 'text'; text: string }
  | { kind: 'conflict'; base: string; mine: string; theirs: string }

interface Section {
  /** The heading, and which of those with the same words it is. */
  key: string
  text: string
}

const break_ = '\n\n'

/** Splits a Markdown text before each `#` heading; those in fenced code are none. The first has no heading. */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  let fence = ''
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence) {
      if (mark.startsWith(fence) && line.trim() === mark) fence = ''
    } else if (mark) {
      fence = mark
    } else if (/^ {0,3}#{1,6}(?:\s|$)/.test(line)) {
      sections.push({ heading: line.trim(), lines: [] })
    }
    sections.at(-1)?.lines.push(line)
  }
  const seen = new Map<string, number>()
  return sections.map(({ heading, lines }) => {
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return { key: `${times} ${heading}`, text: lines.join('\n').trimEnd().replace(/^\n+/, '') }
  })
}

/**
 * What comes of `mine` and `theirs`, both written from `base`; in the order of the text. Parts without text are left out.
 */
export function mergeBySection(base: string, mine: string, theirs: string): MergePart[] {
  if (mine === theirs || theirs === base) return whole(mine)
  if (mine === base) return whole(theirs)
  const [b, m, t] = [sectionsOf(base), sectionsOf(mine), sectionsOf(theirs)]
  const inMine = matches(b, m)
  const inTheirs = matches(b, t)
  const parts: MergePart[] = []
  let [fromB, fromM, fromT] = [0, 0, 0]
  const upTo = (toB: number, toM: number, toT: number) =>
    parts.push(...decide(join(b, fromB, toB), join(m, fromM, toM), join(t, fromT, toT)))
  for (const [index, section] of b.entries()) {
    const [atM, atT] = [inMine.get(index), inTheirs.get(index)]
    if (atM === undefined || atT === undefined) continue
    upTo(index, atM, atT)
    parts.push(...decide(section.text, m[atM]?.text ?? '', t[atT]?.text ?? ''))
    ;[fromB, fromM, fromT] = [index + 1, atM + 1, atT + 1]
  }
  upTo(b.length, m.length, t.length)
  return parts
}

export const isClean = (parts: MergePart[]) => parts.every((part) => part.kind === 'text')

/** The text of parts; of a conflict the side that was chosen by its place among the conflicts, or both. */
export function mergedText(parts: MergePart[], chosen: ('mine' | 'theirs' | 'both')[] = []): string {
  let conflict = 0
  const texts = parts.map((part) => {
    if (part.kind === 'text') return part.text
    const side = chosen[conflict++] ?? 'both'
    return side === 'both' ? [part.theirs, part.mine].filter(Boolean).join(break_) : part[side]
  })
  return texts.filter(Boolean).join(break_)
}

function decide(base: string, mine: string, theirs: string): MergePart[] {
  if (mine === theirs || theirs === base) return whole(mine)
  if (mine === base) return whole(theirs)
  return [{ kind: 'conflict', base, mine, theirs }]
}

const whole = (text: string): MergePart[] => (text ? [{ kind: 'text', text }] : [])
const join = (sections: Section[], from: number, to: number) =>
  sections
    .slice(from, to)
    .map((section) => section.text)
    .filter(Boolean)
    .join(break_)

/** The longest run of sections that stand in both in the same order: from index to index. O(n log n). */
function matches(from: Section[], to: Section[]): Map<number, number> {
  const places = new Map(to.map((section, index) => [section.key, index]))
  const pairs = from.flatMap(({ key }, index) => {
    const place = places.get(key)
    return place === undefined ? [] : [{ index, place }]
  })
  // Longest increasing subsequence: `ends[n]` is the pair with the lowest place that ends a run of n + 1.
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(({ place }, at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.place ?? 0) < place) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  })
  const found = new Map<number, number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at]
    if (pair) found.set(pair.index, pair.place)
  }
  return found
}

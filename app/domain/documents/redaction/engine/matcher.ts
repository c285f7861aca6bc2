import type { Folded } from './fold.ts'
import type { Span } from './kinds.ts'
import type { Form } from './names.ts'

/** Forms by how they begin. A text is gone through once; at each word the forms that begin like it are compared. */
export type NameIndex = ReadonlyMap<string, readonly Form[]>

const longestKey = 4

export function indexOf(forms: readonly Form[]): NameIndex {
  const index = new Map<string, Form[]>()
  const seen = new Set<string>()
  for (const form of forms) {
    const name = `${form.kind} ${form.words.map(({ stem }) => stem).join(' ')}`
    const key = form.words[0]?.stem.slice(0, longestKey) ?? ''
    if (key.length < 2 || seen.has(name)) continue
    seen.add(name)
    index.set(key, [...(index.get(key) ?? []), form])
  }
  return index
}

const inWord = /[\p{L}\p{N}]/u
const han = /\p{Script=Han}/u
const letter = /\p{L}/u
const between = /[\s.,'"«»“”&-]/u
/** What follows a company's name and belongs to it. */
const legal =
  /[\s,]{0,3}(?:gmbh(?:\s?&\s?co\.?\s?kg)?|ag|kg|ltd|limited|inc|llc|plc|corp|s\.a|sa|ltda|lda|bv|nv|股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)(?![\p{L}\p{N}])\.?|(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|公司)/uy

/** Where the names stand in a text, in its folded units. */
export function findNames(folded: Folded, original: string, index: NameIndex): Span[] {
  const { text } = folded
  const spans: Span[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (!beginsWord(text, at)) continue
    for (let length = 2; length <= longestKey; length += 1) {
      for (const form of index.get(text.slice(at, at + length)) ?? []) {
        const to = endOf(form, text, at)
        if (to === null || (form.needsCapital && !isCapital(folded, original, at))) continue
        spans.push({ kind: form.kind, from: at, to: form.kind === 'organization' ? withLegal(text, to) : to })
      }
    }
  }
  return spans
}

function beginsWord(text: string, at: number): boolean {
  const [before, here] = [text[at - 1] ?? '', text[at] ?? '']
  if (!inWord.test(here)) return false
  return !inWord.test(before) || han.test(before) || han.test(here)
}

function endsWord(text: string, at: number): boolean {
  const [before, here] = [text[at - 1] ?? '', text[at] ?? '']
  return !inWord.test(here) || !inWord.test(before) || han.test(before) || han.test(here)
}

/** Where a form ends that begins at a place, or null. */
function endOf({ words }: Form, text: string, from: number): number | null {
  let at = from
  for (const [position, { stem, tail }] of words.entries()) {
    if (position > 0) {
      let gap = 0
      while (gap < 3 && between.test(text[at] ?? '')) {
        at += 1
        gap += 1
      }
    }
    if (!text.startsWith(stem, at)) return null
    at += stem.length
    let left = tail
    while (left > 0 && !endsWord(text, at) && isEnding(text[at] ?? '', tail)) {
      at += 1
      left -= 1
    }
    if (!endsWord(text, at)) return null
  }
  return at
}

const isEnding = (character: string, tail: number) =>
  tail === 1 ? character === 's' : letter.test(character)

function isCapital({ starts, ends }: Folded, original: string, at: number): boolean {
  const character = original.slice(starts[at], ends[at]).normalize('NFKC')
  return character !== character.toLowerCase()
}

function withLegal(text: string, to: number): number {
  legal.lastIndex = to
  return legal.test(text) ? legal.lastIndex : to
}

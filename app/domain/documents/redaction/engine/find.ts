import { type Folded, fold, foldWords } from './fold.ts'
import type { Mark, Span } from './kinds.ts'
import { findNames, indexOf, type NameIndex } from './matcher.ts'
import { formsOf, type Names } from './names.ts'
import { findShapes } from './patterns.ts'

export interface Finder {
  index: NameIndex
  own: ReadonlySet<string>
}

/** Prepares names once for any number of texts. */
export function finderOf(names: Names): Finder {
  const own = new Set(names.own.map(foldWords))
  const isOthers = (number: string) => !own.has(foldWords(number))
  const parts = names.parts.filter(isOthers)
  const orders = names.orders.filter(isOthers)
  return { index: indexOf(formsOf({ ...names, parts, orders })), own }
}

/**
 * What in a text is a customer's: in the order of the text, without overlaps, each with the range that cuts it out.
 * Whatever is doubtful is marked: a person decides. Time is linear in the text.
 */
export function findMarks(text: string, { index, own }: Finder): Mark[] {
  const folded = fold(text)
  const spans = [...findNames(folded, text, index), ...findShapes(folded.text, own)]
  return joined(spans).map((span) => markOf(text, folded, span))
}

/** What overlaps is one mark, of the kind of its longest part: nothing of either stays behind. */
function joined(spans: Span[]): Span[] {
  const all: (Span & { longest: number })[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = all.at(-1)
    const length = span.to - span.from
    if (last && span.from < last.to) {
      if (length > last.longest) Object.assign(last, { kind: span.kind, longest: length })
      last.to = Math.max(last.to, span.to)
    } else all.push({ ...span, longest: length })
  }
  return all
}

function markOf(original: string, { starts, ends }: Folded, { kind, from, to }: Span): Mark {
  const [begin, finish] = [starts[from] ?? 0, ends[to - 1] ?? 0]
  const text = original.slice(begin, finish)
  return { kind, from: begin, to: finish, text, folded: foldWords(text) }
}

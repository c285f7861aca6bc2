import { type Finder, findMarks } from './engine/find.ts'
import { type Anchor, anchorOf, matchKept } from './engine/kept.ts'
import type { Mark } from './engine/kinds.ts'
import { type TextField, type Texts, textFields } from './fields.ts'

export interface FieldMark extends Mark {
  field: TextField
  /** Which of the decisions to keep stands for it; null while it is open. */
  kept: number | null
}

/** The marks of a version in the order of its form, each with the decision that stands for it. Pure. */
export function marksOf(texts: Texts, finder: Finder, kept: readonly Anchor[]): FieldMark[] {
  const marks = textFields.flatMap((field) =>
    findMarks(texts[field], finder).map((mark) => ({ field, ...mark })),
  )
  const anchors = marks.map((mark) => anchorOf(mark.field, texts[mark.field], mark))
  const decided = matchKept(anchors, kept)
  return marks.map((mark, at) => ({ ...mark, kept: decided[at] ?? null }))
}

/** The texts with some of their marks replaced; by nothing, they are taken out with the space that stood before. */
export function withReplaced(texts: Texts, marks: readonly FieldMark[], replacement: string): Texts {
  const changed = { ...texts }
  for (const mark of marks.toSorted((a, b) => b.from - a.from)) {
    const text = changed[mark.field]
    const [before, after] = [text.slice(0, mark.from), text.slice(mark.to)]
    changed[mark.field] =
      replacement === ''
        ? `${/^[\s.,;:!?)]|^$/.test(after) ? before.replace(/ $/, '') : before}${after}`
        : `${before}${replacement}${after}`
  }
  return changed
}

import { foldWords } from './fold.ts'
import type { Mark } from './kinds.ts'

/** How a mark that was kept is found again: its words, and what stood around it. */
export interface Anchor {
  field: string
  folded: string
  before: string
  after: string
}

/** So much of what stands on either side is remembered, in UTF-16 units. */
const around = 32
/** So much of one side alone says which of several it is. */
const telling = 8

export function anchorOf(field: string, text: string, { from, to, folded }: Mark): Anchor {
  return {
    field,
    folded,
    before: foldWords(text.slice(Math.max(0, from - around), from)).slice(-16),
    after: foldWords(text.slice(to, to + around)).slice(0, 16),
  }
}

/**
 * Which of the anchors was kept, by the same words in the same surroundings: first where both sides are as they were,
 * then where one is. Each decision stands for one mark: the same words in a new place are open.
 * @returns for each anchor the index of its decision, or null
 */
export function matchKept(anchors: readonly Anchor[], kept: readonly Anchor[]): (number | null)[] {
  const places = new Map<string, number[]>()
  for (const [index, each] of kept.entries()) {
    const key = `${each.field} ${each.folded}`
    places.set(key, [...(places.get(key) ?? []), index])
  }
  const found: (number | null)[] = anchors.map(() => null)
  for (const isAlike of [isSame, isNear]) {
    for (const [at, anchor] of anchors.entries()) {
      if (found[at] !== null) continue
      const free = places.get(`${anchor.field} ${anchor.folded}`) ?? []
      const place = free.findIndex((index) => isAlike(anchor, kept[index]))
      if (place >= 0) found[at] = free.splice(place, 1)[0] ?? null
    }
  }
  return found
}

const isSame = (one: Anchor, other?: Anchor) => one.before === other?.before && one.after === other.after
const isNear = (one: Anchor, other?: Anchor) =>
  (one.before.length >= telling && one.before === other?.before) ||
  (one.after.length >= telling && one.after === other?.after)

/** An accepted question, as the grouping looks at it. */
export interface Comparable {
  id: string
  function: string
  productId: string | null
  /** The stemmed words of its subject, as the index has them. */
  stems: readonly string[]
}

/** So many words two subjects have to share. */
const shared = 2

/**
 * Groups of questions that are alike: the same function, the same product (or none), and two stemmed words of the
 * subject in common; what is alike to one of a group belongs to it. Groups of two and more, the largest first. Pure.
 */
export function groupAlike<Q extends Comparable>(questions: readonly Q[]): Q[][] {
  const groups: Q[][] = []
  for (const question of questions) {
    const stems = new Set(question.stems)
    const near = groups.filter((group) => group.some((other) => areAlike(question, stems, other)))
    const joined = [...near.flat(), question]
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups.filter((group) => group.length > 1).sort((a, b) => b.length - a.length)
}

function areAlike(one: Comparable, stems: ReadonlySet<string>, other: Comparable): boolean {
  if (one.function !== other.function || one.productId !== other.productId) return false
  return other.stems.filter((stem) => stems.has(stem)).length >= shared
}

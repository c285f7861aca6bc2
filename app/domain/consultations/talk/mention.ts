import { withoutCode } from '#app/domain/documents/references.ts'

/** Names that are written without spaces between them and what follows. */
const unspaced = /\p{Script=Han}$/u
const letter = /[\p{L}\p{N}_]/u

/** A name as it is written: `@Ingrid Solberg`, `@林晓请看`. */
function isNamed(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at)) return false
  const next = text.slice(at + name.length, at + name.length + 2)
  return unspaced.test(name) || next === '' || !letter.test(String.fromCodePoint(next.codePointAt(0) ?? 32))
}

/** Where in a text an @ begins a name, with the longest of the names that stands there. */
export function placesOf(text: string, names: string[]): { at: number; name: string }[] {
  const longestFirst = names.filter(Boolean).toSorted((a, b) => b.length - a.length)
  const places: { at: number; name: string }[] = []
  for (const { index } of text.matchAll(/@/g)) {
    // Inside an address or a word it is no mention.
    const before = text[index - 1]
    if (before && (letter.test(before) || before === '@' || before === '.')) continue
    const name = longestFirst.find((each) => isNamed(text, index + 1, each))
    if (name) places.push({ at: index, name })
  }
  return places
}

/** Which of the names a Markdown text mentions; those in code and in quoted lines are not meant. */
export function namesMentioned(markdown: string, names: string[]): Set<string> {
  const meant = withoutCode(markdown).replace(/^ {0,3}>.*$/gm, '')
  return new Set(placesOf(meant, names).map(({ name }) => name))
}

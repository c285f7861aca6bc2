/** A piece of a text, and whether it is what was looked for. The page makes the mark: no HTML comes from a text. */
export interface Piece {
  text: string
  isFound: boolean
}

const word = /[\p{L}\p{N}\p{M}]+/gu
const isHan = (text: string) => /^[\u3400-\u9fff\uf900-\ufaff]/u.test(text)

/** Lower case without accents, as long as the text itself, so that places stay places. */
function fold(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return folded.length === character.length ? folded : character
    })
    .join('')
}

/** Marks the words of a text that begin with one of the index's words, and Chinese wherever it stands. */
export function markFound(text: string, looked: string[]): Piece[] {
  const source = text.normalize('NFC')
  const folded = fold(source)
  const stems = looked.map(fold)
  const places = [
    ...wordsThatBegin(
      folded,
      stems.filter((stem) => !isHan(stem)),
    ),
    ...placesOf(folded, stems.filter(isHan)),
  ].sort((a, b) => a[0] - b[0])
  return cut(source, joined(places))
}

type Place = [from: number, to: number]

function wordsThatBegin(text: string, stems: string[]): Place[] {
  return [...text.matchAll(word)]
    .filter(([found]) => stems.some((stem) => (stem.length > 2 ? found.startsWith(stem) : found === stem)))
    .map((match) => [match.index, match.index + match[0].length])
}

function placesOf(text: string, parts: string[]): Place[] {
  return parts.flatMap((part) => {
    const places: Place[] = []
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
      places.push([at, at + part.length])
    return places
  })
}

function joined(places: Place[]): Place[] {
  const result: Place[] = []
  for (const [from, to] of places) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

function cut(text: string, places: Place[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of places) {
    if (from > at) pieces.push({ text: text.slice(at, from), isFound: false })
    pieces.push({ text: text.slice(from, to), isFound: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false })
  return pieces
}

/** Marked-up text as one plain line, beginning and ending at whole words. */
export function plainExcerpt(markdown: string, length = 200): string {
  const line = markdown
    // Formulas and the rules of tables say nothing in a line of text.
    .replace(/\$\$[\s\S]*?(?:\$\$|$)|\$[^$\n]+\$/g, ' ')
    .replace(/:?-{3,}:?/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[#*`>|_~$\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= length) return line
  const end = line.lastIndexOf(' ', length)
  return `${line.slice(0, end > length / 2 ? end : length)} …`
}

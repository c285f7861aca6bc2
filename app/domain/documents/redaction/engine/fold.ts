/**
 * A text as marks are looked for in it: compatibility forms taken apart (NFKD, so full-width digits are digits), accents and
 * invisible characters left out, lower case. It knows where each of its characters stood. Pure; linear in the text.
 */
export interface Folded {
  text: string
  /** Of each UTF-16 unit of `text`: where the character that it came of begins and ends in the original, in UTF-16 units. */
  starts: number[]
  ends: number[]
}

const mark = /^\p{M}+$/u
const dropped = /[\p{M}\p{Cf}]/gu

/** @param original any text, also with lone surrogates */
export function fold(original: string): Folded {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of original) {
    const end = at + character.length
    const plain = foldCharacter(character)
    parts.push(plain)
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at)
      ends.push(end)
    }
    // An accent that stands apart belongs to its letter.
    if (plain === '' && ends.length > 0 && mark.test(character)) extend(ends, starts, end)
    at = end
  }
  return { text: parts.join(''), starts, ends }
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 128) return character.toLowerCase()
  return character.normalize('NFKD').replace(dropped, '').toLowerCase().replace(dropped, '')
}

function extend(ends: number[], starts: number[], end: number): void {
  const last = starts.at(-1)
  for (let at = ends.length - 1; at >= 0 && starts[at] === last; at -= 1) ends[at] = end
}

/** The same of a short text, with single spaces: for comparing. */
export const foldWords = (text: string): string => fold(text).text.replace(/\s+/g, ' ').trim()

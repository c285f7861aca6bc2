/** What is typed, as the database compares it: words and pairs of Chinese characters, in the syntax of to_tsquery. */
export interface TypedTerms {
  terms: string[]
  isCyrillic: boolean
}

/** So much of what is typed is looked at; words that say nothing are taken out of it by the database. */
export const termLimits = { characters: 300, terms: 24 } as const

const pieces = /[\u3400-\u9fff\uf900-\ufaff]+|[\p{L}\p{N}\p{M}]+(?:\.\p{N}+)*/gu
const isHan = (piece: string) => /^[\u3400-\u9fff\uf900-\ufaff]/u.test(piece)

/** Null before the second word: one word alone fits too much. */
export function readTerms(text: string): TypedTerms | null {
  const typed = text.normalize('NFC').slice(0, termLimits.characters)
  const found = [...typed.matchAll(pieces)].flatMap(([piece]) =>
    isHan(piece) ? pairsOf(piece) : wordOf(piece),
  )
  const terms = [...new Set(found)].slice(0, termLimits.terms)
  return terms.length < 2 ? null : { terms, isCyrillic: /\p{Script=Cyrillic}/u.test(typed) }
}

/** A single letter, and a number of one or two digits, stand in too many texts. */
function wordOf(piece: string): string[] {
  if (piece.length < 2 || /^\d{1,2}$/.test(piece)) return []
  return [`'${piece.toLowerCase()}'`]
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `'${characters[index]}${character}'`)
}

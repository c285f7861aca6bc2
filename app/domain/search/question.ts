import { kindOfPrefix } from '#app/domain/documents/kinds.ts'

export const searchKinds = ['document', 'file', 'consultation', 'message'] as const
/** What can be looked at alone: accepted answers are among the messages else. */
export const searchTabs = [...searchKinds, 'answer'] as const
export type SearchKind = (typeof searchTabs)[number]

/** What was typed, as the database asks for it. */
export interface Question {
  /** In the syntax of to_tsquery: every term has to be there, the last one may be the beginning of a word. */
  source: string
  isCyrillic: boolean
  /** As typed, to be found inside titles. */
  part: string
}

export const questionLimits = { characters: 200, terms: 8 } as const

/** Chinese characters have no spaces between words: the index holds each pair of neighbours (migration search). */
const han = /[\u3400-\u9fff\uf900-\ufaff]+/gu
const words = /[\p{L}\p{N}\p{M}]+(?:\.\p{N}+)*/gu

/** Null when there is nothing to look for. */
export function readQuestion(text: string | null): Question | null {
  const part = (text ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, questionLimits.characters)
  const typed = part.split(' ').slice(0, questionLimits.terms)
  const terms = typed.flatMap((term, index) => termOf(term, index === typed.length - 1))
  if (terms.length === 0) return null
  return { source: terms.join(' & '), isCyrillic: /\p{Script=Cyrillic}/u.test(part), part }
}

/** The parts of a number such as CMD-075-4 follow one another; Chinese stands by itself. */
function termOf(term: string, isLast: boolean): string[] {
  const chinese = (term.match(han) ?? []).map(pairsOf)
  const others = term
    .split(han)
    .map((piece) => piece.match(words) ?? [])
    .filter((parts) => parts.length > 0)
  const last = isLast && !/[\u3400-\u9fff\uf900-\ufaff]$/u.test(term) ? others.length - 1 : -1
  return [...chinese, ...others.map((parts, index) => phraseOf(parts, index === last))]
}

function pairsOf(run: string): string {
  const characters = [...run]
  if (characters.length === 1) return `'${run}':*`
  return phraseOf(
    characters.slice(1).map((character, index) => `${characters[index]}${character}`),
    false,
  )
}

/** A single letter begins too many words. */
function phraseOf(parts: string[], isBeginning: boolean): string {
  const quoted = parts.map((part) => `'${part.toLowerCase()}'`)
  const last = parts.at(-1) ?? ''
  if (isBeginning && (last.length > 1 || parts.length > 1)) quoted.push(`${quoted.pop()}:*`)
  return quoted.length > 1 ? `(${quoted.join(' <-> ')})` : (quoted[0] ?? '')
}

/** A number of a record, as people write it: C-12, tn 0003, CC7. */
export function readNumber(part: string): { prefix: string; number: number } | null {
  const match = /^([a-z]{1,2})[\s-]?0*(\d{1,9})$/i.exec(part)
  const prefix = match?.[1]?.toUpperCase() ?? ''
  if (!match?.[2] || !(prefix === 'C' || prefix === 'CC' || kindOfPrefix(prefix))) return null
  return { prefix, number: Number(match[2]) }
}

import { FormulaError } from './problem.ts'

export type Token = { kind: 'number' | 'name' | 'sign'; text: string; start: number }

export const MAX_CHARACTERS = 2000
/** Letters of any script, digits and _; begins with a letter. */
export const namePattern = /^\p{L}[\p{L}\p{N}_]{0,59}$/u
const next =
  /\s*(?:(\d{1,19}(?:\.\d{1,12})?(?![\d.]))|(\p{L}[\p{L}\p{N}_]{0,59}(?![\p{L}\p{N}_]))|(<=|>=|<>|≤|≥|≠|[-+*/^(),<>=×÷·−]))/uy
const spelled: Record<string, string> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
}

/** The signs, names and numbers of a text, read once from left to right. Throws FormulaError. */
export function tokens(text: string): Token[] {
  if (text.length > MAX_CHARACTERS) {
    throw new FormulaError('calculators:problem.tooLong', { maximum: MAX_CHARACTERS })
  }
  const trimmed = text.trimEnd()
  const found: Token[] = []
  next.lastIndex = 0
  while (next.lastIndex < trimmed.length) {
    const from = next.lastIndex
    const match = next.exec(trimmed)
    if (!match) {
      const [term] = trimmed.slice(from).trim()
      throw new FormulaError('calculators:problem.unexpected', { term: term ?? '' })
    }
    const [, number, name, sign] = match
    const raw = number ?? name ?? sign ?? ''
    const kind = number === undefined ? (name === undefined ? 'sign' : 'name') : 'number'
    found.push({ kind, text: sign ? (spelled[sign] ?? sign) : raw, start: next.lastIndex - raw.length })
  }
  return found
}

import { readDecimal } from '#app/i18n/decimal-text.ts'
import type { Language } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { inBase } from '../units/quantity.ts'
import { isProblem, readUnit, type Unit } from '../units/read-unit.ts'

/** A quantity in base units of the SI. `unit` is as it was written. */
interface Quantity {
  base: number
  dimension: string
  unit: string
}

/** What has to hold beside it: words of the conditions, or another parameter of the same version. */
interface AskedCondition {
  text: string
  symbol: string
  quantity: Quantity | null
}

/** Values between two bounds in base units of the SI; null where there is none. */
export interface ParameterQuestion {
  /** A symbol, or words of a name. */
  what: string
  dimension: string
  low: number | null
  high: number | null
  /** Whether the bound itself is left out. */
  isLowOpen: boolean
  isHighOpen: boolean
  at: AskedCondition | null
}

/** A message for whoever asked. */
interface QuestionProblem {
  problem: string
}

const longest = 200
const relation = /^(.*?)\s*(>=|=>|≥|⩾|<=|=<|≤|⩽|>|<|=|≈)\s*(.*)$/u
const number = String.raw`[-+−]?(?:\d{1,3}(?:[\u00a0\u202f '’]\d{3})+(?!\d)|\d+|(?=[.,]\d))(?:[.,]\d+)*`
const rangeMark = String.raw`\s*(?:\.{2,}|…|–|—)\s*`
const range = new RegExp(`^(.*?\\S)\\s+(${number}[^\\d.…–—]*${rangeMark}${number}.*)$`, 'u')
const twoEnds = new RegExp(`^(${number})\\s*([^\\d\\s.…–—]\\S*)?${rangeMark}(${number})(.*)$`, 'u')
const one = new RegExp(`^(${number})\\s*(.*)$`, 'u')
/** `at` in the four languages; words need spaces around them. Portuguese words are units or names elsewhere. */
const conditionWords = (language: Language) =>
  String.raw`(?:\s+(?:at|with|при${language === 'pt' ? '|a|em|com' : ''})\s+|\s*(?:@|在|于)\s*)`

/**
 * `efficiency > 94 % at 11 kW`, `P_N >= 7,5 kW`, `I_o 16..20 A`: a name, a relation or a range, a quantity, and a condition.
 * Numbers are read as the language writes them. Null when the text is no question of this kind.
 */
export function readParameterQuestion(
  text: string | null,
  language: Language,
): ParameterQuestion | QuestionProblem | null {
  const tidy = (text ?? '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
  const related = relation.exec(tidy)
  const ranged = related ? null : range.exec(tidy)
  if (!related && !ranged) return null
  const at = conditionWords(language)
  const [what, early] = cut(related?.[1] ?? ranged?.[1] ?? '', new RegExp(`${at}(?=[-+−]?\\d)`, 'u'))
  const [asked, late] = cut(related?.[3] ?? ranged?.[2] ?? '', new RegExp(at, 'u'))
  if (!/[\p{L}\p{N}]/u.test(what)) return { problem: 'parameterSearch:error.noName' }
  const bounds = boundsOf(related?.[2] ?? '=', asked, language)
  if ('problem' in bounds) return bounds
  const condition = late ?? early
  return { what, ...bounds, at: condition ? conditionOf(condition, language) : null }
}

const cut = (text: string, where: RegExp): [string, string | undefined] => {
  const found = where.exec(text)
  if (!found || found.index === 0) return [text.trim(), undefined]
  return [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim() || undefined]
}

function boundsOf(
  sign: string,
  text: string,
  language: Language,
): Omit<ParameterQuestion, 'what' | 'at'> | QuestionProblem {
  const ends = twoEnds.exec(text)
  if (ends) return between(ends, language)
  const read = quantityOf(text, language)
  if ('problem' in read) return read
  const { base, dimension } = read
  const isOpen = sign === '>' || sign === '<'
  return {
    dimension,
    low: /[<≤⩽]/.test(sign) ? null : base,
    high: /[>≥⩾]/.test(sign) ? null : base,
    isLowOpen: isOpen,
    isHighOpen: isOpen,
  }
}

/** `16..20 A`, `500 mA..2 A`: the unit of the second end is that of the first where it has none. */
function between(ends: string[], language: Language) {
  const [, first = '', firstUnit, second = '', rest = ''] = ends
  const to = quantityOf(`${second} ${rest}`, language)
  if ('problem' in to) return to
  const from = quantityOf(`${first} ${firstUnit ?? rest}`, language)
  if ('problem' in from) return from
  if (from.dimension !== to.dimension) {
    const units = { from: from.unit || '1', to: to.unit || '1' }
    return { problem: encodeMessage('parameterSearch:error.twoDimensions', units) }
  }
  return {
    dimension: to.dimension,
    low: Math.min(from.base, to.base),
    high: Math.max(from.base, to.base),
    isLowOpen: false,
    isHighOpen: false,
  }
}

function quantityOf(text: string, language: Language): Quantity | QuestionProblem {
  const [, figures = '', unitText = ''] = one.exec(text.trim()) ?? []
  const read = readDecimal(figures, language)
  if (read.kind === 'ambiguous')
    return { problem: encodeMessage('comparisons:error.ambiguousNumber', { ...read }) }
  if (read.kind === 'notANumber')
    return { problem: encodeMessage('parameterSearch:error.noNumber', { part: text.trim() || '…' }) }
  const unit = readUnit(unitText)
  if (isProblem(unit)) {
    const key = `parameters:error.${unit.problem}${unit.suggestion ? 'Suggested' : ''}`
    return { problem: encodeMessage(key, { part: unit.part, suggestion: unit.suggestion ?? '' }) }
  }
  return { base: baseOf(read.value, unit), dimension: unit.dimension, unit: unit.sign }
}

/** As the column of a line holds it: rounded once, from the exact value. */
const baseOf = (value: string, unit: Unit) => inBase(value, unit).toNumber()

/** `11 kW`, `P_N = 11 kW`, `400 V`, or words. */
function conditionOf(written: string, language: Language): AskedCondition {
  const text = written.replace(/[时下]$/u, '').trim()
  const [, symbol = '', rest = text] = /^(\S*\p{L}\S*)\s*[=:]?\s+(\S.*)$/u.exec(text) ?? []
  for (const [name, quantity] of [
    ['', text],
    [symbol, rest],
  ] as const) {
    const read = quantityOf(quantity, language)
    if (!('problem' in read)) return { text: quantity, symbol: name, quantity: read }
  }
  return { text, symbol: '', quantity: null }
}

import type { Language } from '#app/i18n/languages.ts'

/**
 * Numbers as people write them, in and out of the engine's plain decimal text ('1234.5'). Texts throughout: no digit
 * is lost, and the browser needs no library for decimals to read a field.
 */
export type ReadDecimal =
  | { kind: 'decimal'; value: string }
  | { kind: 'notANumber' }
  /** '1.234' where the comma is the decimal mark: a thousand, or one and a bit? */
  | { kind: 'ambiguous'; thousands: string; fraction: string }

type Mark = '.' | ','

const decimalMarks: Record<Language, Mark> = { en: '.', zh: '.', pt: ',', ru: ',' }

export function decimalMark(language: Language): Mark {
  return decimalMarks[language]
}

/** Spaces and apostrophes group digits everywhere; a point or comma as the language and the digits around it say. */
export function readDecimal(text: string, language: Language): ReadDecimal {
  const bare = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/^[−–-]/, '-')
    .replace(/^\+/, '')
  const mark = decimalMark(language)
  const other = mark === '.' ? ',' : '.'
  if (bare.includes(mark)) return readMarked(bare, mark, other)
  if (!bare.includes(other)) return plain(bare)
  const isGrouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${other}\\d{3})+$`).test(bare)
  if (!isGrouped) return plain(bare.replace(other, '.'))
  const thousands = bare.replaceAll(other, '')
  const isSingle = bare.indexOf(other) === bare.lastIndexOf(other)
  if (mark === '.' || !isSingle) return plain(thousands)
  return { kind: 'ambiguous', thousands, fraction: bare.replace(other, mark) }
}

/** The last mark is the decimal one; the other kind may group what stands before it. */
function readMarked(bare: string, mark: Mark, other: Mark): ReadDecimal {
  const [whole = '', fraction = '', ...more] = bare.split(mark)
  if (more.length > 0) {
    const isGrouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${mark}\\d{3})+(\\${other}\\d+)?$`).test(bare)
    return isGrouped ? plain(bare.replaceAll(mark, '').replace(other, '.')) : { kind: 'notANumber' }
  }
  if (fraction.includes(other)) {
    const isGrouped = new RegExp(`^-?[1-9]\\d{0,2}\\${mark}\\d{3}\\${other}\\d+$`).test(bare)
    return isGrouped ? plain(bare.replace(mark, '').replace(other, '.')) : { kind: 'notANumber' }
  }
  const isGrouped = new RegExp(`^-?[1-9]\\d{0,2}(\\${other}\\d{3})+$`).test(whole)
  if (whole.includes(other) && !isGrouped) return { kind: 'notANumber' }
  return plain(`${whole.replaceAll(other, '')}.${fraction}`)
}

/** Without leading and trailing zeros that say nothing, and without '-0'. */
function plain(text: string): ReadDecimal {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || !/\d/.test(text)) return { kind: 'notANumber' }
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const value = fraction ? `${whole}.${fraction}` : whole
  return { kind: 'decimal', value: value === '0' ? '0' : `${match[1]}${value}` }
}

/** Digits before and after the point. */
export function digitsOf(value: string): { whole: number; places: number } {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  return { whole: whole.length, places: fraction.length }
}

/** What a field shows for a value: the language's decimal mark, no grouping, read back as the very same value. */
export function fieldText(value: string | null, language: Language): string {
  return value === null ? '' : value.replace('.', decimalMark(language))
}

/** Moves the point: 8 % is written '8' and kept as '0.08'. Exact. */
export function shiftPoint(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  const digits = whole + fraction
  const point = whole.length + places
  const padded = point > 0 ? digits.padEnd(point, '0') : digits.padStart(digits.length - point + 1, '0')
  const at = Math.max(point, 1)
  const read = plain(`${sign}${padded.slice(0, at)}.${padded.slice(at)}`)
  return read.kind === 'decimal' ? read.value : value
}

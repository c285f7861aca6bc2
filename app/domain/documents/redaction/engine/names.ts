import { foldWords } from './fold.ts'
import type { MarkKind } from './kinds.ts'

/** Who and what is a customer's, of all accounts of a supplier, as it is written in the records. */
export interface Names {
  organizations: string[]
  people: string[]
  places: string[]
  emails: string[]
  /** Customers' own numbers of parts. */
  parts: string[]
  orders: string[]
  /** The supplier's numbers of products and variants: never marked. */
  own: string[]
}

/** A form of a name, ready to be compared. */
export interface Form {
  kind: MarkKind
  words: Word[]
  /** A single word is a name only where it is written with a capital. */
  needsCapital: boolean
}
interface Word {
  stem: string
  /** So many letters of an ending may follow. */
  tail: number
}

const legalAfter =
  /[\s,]+(?:gmbh(?:\s*&\s*co\.?\s*kgaa?)?|ag|kg|kgaa|ltd|limited|incorporated|inc|llc|llp|plc|corp|corporation|company|co|b\.?v|n\.?v|s\.?a|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|ltda|lda|eireli|oyj?|a\/s|aps|a\.?b|a\.?s|sp\.? z o\.?o|ооо|оао|зао|пао|ао)\.?$/u
const legalBefore = /^(?:ооо|оао|зао|пао|ао|ип|тоо)\s+/u
const legalHan = /(?:股份有限公司|有限责任公司|有限公司|集团公司|股份公司|集团|公司)$/u
const quotes = /["'«»“”„‘’「」《》]/gu

/** First words of companies and places, and given names, that are words of everyday texts as well. */
const everyday = new Set(
  (
    'general united first north south east west central global national international advanced modern industrial ' +
    'electric electrical electronic electronics power energy motor motors drive drives pump pumps system systems ' +
    'technical technology technologies precision quality standard smart green blue black white plant factory works ' +
    'werk site warehouse office fabrica planta armazem centro завод склад цех may will mark grant bill rose grace hope ' +
    'page field art sterling rich frank sunny dean major street road avenue estrada building unit block floor'
  ).split(' '),
)

/** The forms in which the names are looked for. Linear in the names. */
export function formsOf(names: Names): Form[] {
  return [
    ...names.organizations.flatMap(organizationForms),
    ...names.people.flatMap(personForms),
    ...names.places.flatMap(placeForms),
    ...names.emails.flatMap((each) => exact('email', each)),
    ...names.parts.flatMap((each) => exact('part', each)),
    ...names.orders.flatMap((each) => exact('order', each)),
  ]
}

function organizationForms(name: string): Form[] {
  const whole = foldWords(name.replace(quotes, ' '))
  let base = whole.replace(legalBefore, '').replace(legalHan, '')
  for (let turn = 0; turn < 3; turn += 1) base = base.replace(legalAfter, '').trim()
  return [...spelled('organization', whole), ...spelled('organization', base), ...firstWord(base)]
}

const firstWord = (base: string): Form[] => {
  const words = base.split(' ')
  return words.length > 1 ? single('organization', words[0] ?? '', 4) : []
}

function personForms(name: string): Form[] {
  const words = foldWords(name).split(/[\s,]+/)
  const alone = words.length > 1 ? words.flatMap((word) => single('person', word, 3)) : []
  const turned = words.length > 1 ? spelled('person', words.toReversed().join(' ')) : []
  return [...spelled('person', words.join(' ')), ...turned, ...alone]
}

/** A site, and of its address each part without a number: streets, cities. */
function placeForms(place: string): Form[] {
  const parts = foldWords(place)
    .split(/[,;/]+/)
    .map((part) => part.trim())
  return parts.flatMap((part) => {
    const words = part.split(' ')
    const alone = words.length > 1 ? words.flatMap((word) => single('place', word, 4)) : []
    return /\d/.test(part) && !/\d{5,}/.test(part) ? alone : [...spelled('place', part), ...alone]
  })
}

/** A number or an address of mail: as it is written, without an ending. */
function exact(kind: MarkKind, text: string): Form[] {
  const stem = foldWords(text)
  const isTelling = stem.length >= 4 || (stem.length >= 3 && /\d/.test(stem))
  return isTelling ? [{ kind, words: [{ stem, tail: 0 }], needsCapital: false }] : []
}

function spelled(kind: MarkKind, text: string): Form[] {
  const words = text.split(' ').filter(Boolean)
  const [first = ''] = words
  if (words.length === 1) return single(kind, first, isHan(first) ? 2 : 3)
  return [{ kind, words: words.map(wordOf), needsCapital: false }]
}

function single(kind: MarkKind, word: string, least: number): Form[] {
  if (word.length < least || everyday.has(word) || /^[\d.,-]+$/.test(word)) return []
  if (isHan(word)) return word.length < 2 ? [] : [{ kind, words: [wordOf(word)], needsCapital: false }]
  return [{ kind, words: [wordOf(word)], needsCapital: true }]
}

const isHan = (word: string) => /\p{Script=Han}/u.test(word)

/** Russian declines names: what stays is the stem. Elsewhere a plural or genitive s may follow. */
function wordOf(word: string): Word {
  if (isHan(word)) return { stem: word, tail: 0 }
  if (!/^[а-я-]+$/.test(word)) return { stem: word, tail: 1 }
  // Folded, й is и. Of ветер, ветра; Павел, Павла: the vowel before the last letter comes and goes.
  const endings = word.length > 4 ? /(?:ии|ыи|ои|ая|яя|ое|[ео][рцклн]ь?|[аяоеиыуюь])$/ : /[аяоеиыуюь]$/
  const stem = word.length > 3 ? word.replace(endings, '') : word
  return { stem, tail: 3 }
}

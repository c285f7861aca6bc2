import type { MarkKind, Span } from './kinds.ts'

// All patterns run on folded text and count what they repeat, so that none takes more than linear time.
const start = String.raw`(?<![\p{L}\p{N}])`
const end = String.raw`(?![\p{L}\p{N}])`
const amount = String.raw`(?:\d{1,3}(?:[ .,'’]\d{3}){1,4}(?:[.,]\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?)`
const sign = String.raw`(?:us\$|r\$|a\$|c\$|cn¥|[€$£¥₽₹₩])`
const code = '(?:eur|usd|brl|rub|cny|rmb|gbp|chf|jpy|euros?|dollars?|yuan|reais|rubles?|roubles?)'
const russian = String.raw`(?:руб(?:\.|л[а-я]{1,3})?|коп(?:\.|е[а-я]{1,3})|евро|долл(?:\.|ар[а-я]{0,3}))`
const chinese = '(?:元|人民币|美元|欧元|日元)'
const each = String.raw`(?:\s{0,2}(?:\/|per |each|por |за |a |/ ?|每)\s{0,2}(?:pieces?|pcs?|units?|peca|unidade|un|шт(?:уку|\.)?|единицу|1000|100|个|件|只|台|套)?${end}\.?)?`

const patterns: [MarkKind, RegExp][] = [
  ['email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu],
  [
    'link',
    /(?:https?:\/\/[a-z0-9.:-]{1,100})?\/consultations\/[0-9a-f]{8}-[0-9a-f-]{4,28}(?:[/?#][^\s)\]<>"]{0,200})?/gu,
  ],
  ['consultation', new RegExp(String.raw`${start}c-\d{4,7}${end}`, 'gu')],
  [
    'phone',
    new RegExp(
      String.raw`${start}(?:\+|00)[1-9](?:[ ()./-]{0,2}\d){8,14}${end}|${start}(?:tel|phone|fax|mobile|telefone|тел|факс|电话|手机|传真)[.:\s]{0,3}\+?(?:[ ()./-]{0,2}\d){6,15}${end}`,
      'gu',
    ),
  ],
  [
    'price',
    new RegExp(
      String.raw`(?:${start}${code}|${sign}|${chinese})\s{0,2}${amount}(?!\d)(?:\s{0,2}(?:[km](?:illion|io)?|тыс\.?|млн|万)${end})?${each}|${start}${amount}(?:\s{0,2}(?:тыс\.?|млн|万))?\s{0,2}(?:(?:${code}|${russian})${end}|${sign}|${chinese})${each}`,
      'gu',
    ),
  ],
  // Purchase orders as SAP numbers them.
  ['order', new RegExp(String.raw`${start}45\d{8}${end}`, 'gu')],
]

/** A word for an order, and the number after it. */
const ordered = new RegExp(
  String.raw`${start}(?:purchase orders?|p\.?o\.?|orders?|order confirmation|bestellung(?:en)?|auftrag|pedidos?(?: de compra)?|ordem de compra|заказ(?:а|у|е|ом|ы|ов)?|采购订单号?|订单号?|订单)\s{0,2}(?:no\.?|nos\.?|number|num\.?|nr\.?|n[ºo]\.?|№|#|号码?)?\s{0,2}[:：#-]?\s{0,2}([\p{L}\p{N}](?:[/._-]?[\p{L}\p{N}]){2,24})`,
  'gu',
)
const day =
  /\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}[日号]|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{4}/gu

/** A day is a customer's own where an order stands so near before it. */
const nearOrder = 60

/**
 * Prices, addresses, numbers of orders and what else is known by its shape, in a folded text.
 * @param own the supplier's own numbers, folded: no order
 */
export function findShapes(text: string, own: ReadonlySet<string>): Span[] {
  const spans = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => spanOf(kind, match.index, match[0])),
  )
  const orders = [...text.matchAll(ordered)]
    .filter(([, number = '']) => /\d/.test(number) && !own.has(number))
    .map((match) => spanOf('order', match.index, match[0]))
  const formulas = formulasOf(text)
  const plain = [...spans, ...orders].filter(
    ({ kind, from, to }) =>
      !(kind === 'price' && isInFormula(formulas, from, to)) && !own.has(text.slice(from, to)),
  )
  return [...plain, ...datesNear(text, plain)]
}

function spanOf(kind: MarkKind, from: number, text: string): Span {
  return { kind, from, to: from + text.trimEnd().length }
}

function datesNear(text: string, spans: Span[]): Span[] {
  const orders = spans.filter(({ kind }) => kind === 'order').sort((a, b) => a.to - b.to)
  if (orders.length === 0) return []
  let next = 0
  let last = -Infinity
  return [...text.matchAll(day)].flatMap((match) => {
    while (next < orders.length && (orders[next]?.to ?? Infinity) <= match.index)
      last = orders[next++]?.to ?? last
    return match.index - last <= nearOrder ? [spanOf('date', match.index, match[0])] : []
  })
}

/** Formulas stand between dollars as well: `$5$`, `$P_2 = 3$`. In the order of the text. */
function formulasOf(text: string): [number, number][] {
  if (!text.includes('$')) return []
  return [...text.matchAll(/\$([^$\n]{1,200})\$/g)]
    .filter(([, inner = '']) => /[\\^_{}]|^\s*[\d.,]+\s*$/.test(inner))
    .map((match) => [match.index, match.index + match[0].length])
}

function isInFormula(formulas: [number, number][], from: number, to: number): boolean {
  let [low, high] = [0, formulas.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((formulas[middle]?.[1] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const near = formulas[low]
  return near !== undefined && near[0] < to
}

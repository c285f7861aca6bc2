import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finderOf, findMarks } from '#app/domain/documents/redaction/engine/find.ts'
import { anchorOf, matchKept } from '#app/domain/documents/redaction/engine/kept.ts'

const finder = finderOf({
  organizations: [
    'Lumen Appliances',
    'Aurora Refrigeração Ltda.',
    'ООО «Северный ветер»',
    '青岛海风电器有限公司',
  ],
  people: ['林晓', 'Rui Tavares', 'Анна Королёва', 'Will Mark'],
  places: ['Suzhou plant', '12 Rua das Flores, 4400-001 Gaia', '苏州'],
  emails: ['lin@lumen.example'],
  parts: ['LA-7741', 'CMD-075-4'],
  orders: ['LX-2026/118'],
  own: ['CMD-075-4', 'TN-0001'],
})
const marked = (text: string) => findMarks(text, finder).map(({ kind, text: passage }) => [kind, passage])

describe('what is marked', () => {
  test.each([
    ['As Lumen Appliances GmbH asked', [['organization', 'Lumen Appliances GmbH']]],
    ['LUMEN runs two drives', [['organization', 'LUMEN']]],
    ['a Aurora Refrigeracao pediu', [['organization', 'Aurora Refrigeracao']]],
    ['у «Северного ветра» в цеху', [['organization', 'Северного ветра']]],
    ['青岛海风电器的风机', [['organization', '青岛海风电器']]],
    ['青岛海风电器有限公司的风机', [['organization', '青岛海风电器有限公司']]],
    ['林晓 asked', [['person', '林晓']]],
    ['请问林晓工程师', [['person', '林晓']]],
    ['says TAVARES, Rui', [['person', 'TAVARES, Rui']]],
    ['ответ Анне Королёвой', [['person', 'Анне Королёвой']]],
    ['от Королевой', [['person', 'Королевой']]],
    ['in our Suzhou hall', [['place', 'Suzhou']]],
    ['do armazém em Gaia', [['place', 'Gaia']]],
    ['在苏州工厂', [['place', '苏州']]],
    [
      'write to Lin@Lumen.example or a.b@x.co.uk',
      [
        ['email', 'Lin@Lumen.example'],
        ['email', 'a.b@x.co.uk'],
      ],
    ],
    ['call +49 (0)89 123 456-78 now', [['phone', '+49 (0)89 123 456-78']]],
    ['电话：0512-6288 1234', [['phone', '电话：0512-6288 1234']]],
    ['our part la-7741 trips', [['part', 'la-7741']]],
    ['see LX-2026/118 please', [['order', 'LX-2026/118']]],
    ['PO 4500123456 is late', [['order', 'PO 4500123456']]],
    ['under 4500123456', [['order', '4500123456']]],
    ['заказ № А-1178 готов', [['order', 'заказ № А-1178']]],
    ['订单号：SZ20260114', [['order', '订单号：SZ20260114']]],
    ['pedido nº 88-2211', [['order', 'pedido nº 88-2211']]],
    [
      'order 77120 of 12.01.2026',
      [
        ['order', 'order 77120'],
        ['date', '12.01.2026'],
      ],
    ],
    ['at € 12.40 per piece', [['price', '€ 12.40 per piece']]],
    ['12,40 EUR/pc', [['price', '12,40 EUR/pc']]],
    ['R$ 1.250,00', [['price', 'R$ 1.250,00']]],
    ['￥１２００ 每件', [['price', '￥１２００ 每件']]],
    ['98元/台', [['price', '98元/台']]],
    ['1 250 руб. за штуку', [['price', '1 250 руб. за штуку']]],
    ['US$3.5m', [['price', 'US$3.5m']]],
    ['as in C-0042', [['consultation', 'C-0042']]],
    [
      'see https://x.example/consultations/0190f7a2-1111-7000-8000-000000000000 there',
      [['link', 'https://x.example/consultations/0190f7a2-1111-7000-8000-000000000000']],
    ],
    ['𝒜😀 Lumen 😀', [['organization', 'Lumen']]],
    ['Aurora Refrigerac\u0327a\u0303o fora', [['organization', 'Aurora Refrigerac\u0327a\u0303o']]],
    ['Lu\u200Bmen too', [['organization', 'Lu\u200Bmen']]],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected)
  })
})

describe('false friends', () => {
  test.each([
    'a lamp of 800 lumen and a plume of lumens',
    'Mark the bearing; it will not turn',
    'fit the CMD-075-4 drive, order CMD-075-4, see TN-0001',
    'from +150 °C to 1200 rpm at 3.5 kW, 12.01.2026',
    'with $P_2 = 12$ and $5$ poles',
    'in order to turn 4 poles in order 3',
    'the aurora is green, the gaia hypothesis',
    'section C-12, class C-3',
    'номер северный полюс',
    'документ /documents/0190f7a2-1111-7000-8000-000000000000',
    '',
  ])('%s', (text) => {
    expect(marked(text)).toEqual([])
  })
})

test('every mark cuts out its text, in order and without overlaps', () => {
  const piece = fc.constantFrom(
    'Lumen ',
    '林晓',
    '😀',
    'e\u0301',
    '€ 12,40',
    ' PO 4500123456',
    '１２元',
    'Анне Королёвой',
    ' ',
    '\ud83d',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { from, to, text: passage } of findMarks(text, finder)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(text.slice(from, to)).toBe(passage)
        last = to
      }
    }),
    { numRuns: 300 },
  )
})

test('a text of 200,000 characters takes no longer than its length', () => {
  const hostile = [
    'Lumen Rui € 1 250 PO 45001234 ',
    '1 234 567 890 ',
    'a@a.a@',
    '$1,',
    'order ',
    '林',
    '+4 9 ',
    'http://a',
  ]
  for (const each of hostile) {
    const text = each.repeat(Math.ceil(200_000 / each.length)).slice(0, 200_000)
    const began = performance.now()
    findMarks(text, finder)
    expect(performance.now() - began, each).toBeLessThan(2500)
  }
})

describe('what was kept', () => {
  const anchors = (text: string) => findMarks(text, finder).map((mark) => anchorOf('body', text, mark))
  test('is found again after an edit elsewhere; the same words in a new place are open', () => {
    const kept = anchors('The test of Lumen Appliances was done at night.')
    expect(
      matchKept(anchors('First a word. The test of Lumen Appliances was done at night. And on.'), kept),
    ).toEqual([0])
    expect(
      matchKept(anchors('Ask Lumen Appliances now. The test of Lumen Appliances was done at night.'), kept),
    ).toEqual([null, 0])
    expect(matchKept(anchors('The test of Lumen Appliances was never done.'), kept)).toEqual([0])
    expect(matchKept(anchors('Now Lumen Appliances wants more.'), kept)).toEqual([null])
    const twice = 'The test of Lumen Appliances was done at night. '
    expect(matchKept(anchors(twice + twice), kept).filter((each) => each !== null)).toHaveLength(1)
  })
})

import { describe, expect, test } from 'vitest'
import { type Claim, unprovenOf } from '#app/domain/comparisons/claims/claim.ts'
import { findWording } from '#app/domain/comparisons/claims/wording.ts'

const stated = {
  options: [
    { id: 'x', name: 'Norvik N7', isCompetitor: true },
    { id: 'y', name: 'CMD-075-4', isCompetitor: false },
  ],
  lines: [
    { id: 'price', name: 'Price' },
    { id: 'energy', name: 'Energy' },
    { id: 'jig', name: 'Jig' },
  ],
  assumptions: [
    { lineId: 'price', optionId: 'x', isCost: true, supplier: { value: '280' } },
    { lineId: 'energy', optionId: 'x', isCost: true, supplier: { value: '-3.5' } },
    { lineId: 'jig', optionId: 'x', isCost: true, supplier: { value: '0' } },
    { lineId: 'price', optionId: 'y', isCost: true, supplier: { value: '300' } },
    { lineId: null, optionId: null, isCost: true, supplier: { value: '1000' } },
  ],
}
const claim = (changes: Partial<Claim> = {}): Claim => ({
  ...{ id: 'c', optionId: 'x', expiresOn: '2027-06-30', coversAll: false, lineIds: ['price'], ...changes },
})
const day = '2027-06-30'

describe('what nothing proves', () => {
  test('is each value of the supplier that is stated of a competitor’s product, zero and the own product left out', () => {
    expect(unprovenOf(stated, [], day)).toEqual([
      {
        optionId: 'x',
        option: 'Norvik N7',
        kind: 'missing',
        lines: ['Price', 'Energy'],
        lineIds: ['price', 'energy'],
      },
    ])
    expect(unprovenOf({ ...stated, options: [] }, [], day)).toEqual([])
  })

  test('is less with each claim, which counts on its last day and not after it', () => {
    expect(unprovenOf(stated, [claim()], day)).toEqual([
      { optionId: 'x', option: 'Norvik N7', kind: 'missing', lines: ['Energy'], lineIds: ['energy'] },
    ])
    expect(unprovenOf(stated, [claim({ coversAll: true, lineIds: [] })], day)).toEqual([])
    expect(unprovenOf(stated, [claim()], '2027-07-01')).toEqual([
      { optionId: 'x', option: 'Norvik N7', kind: 'missing', lines: ['Energy'], lineIds: ['energy'] },
      { optionId: 'x', option: 'Norvik N7', kind: 'expired', lines: ['Price'], lineIds: ['price'] },
    ])
    const both = [claim({ expiresOn: '2027-01-01' }), claim({ coversAll: true, lineIds: [] })]
    expect(unprovenOf(stated, both, day)).toEqual([])
  })

  test('is proven by nothing that was said of another product', () => {
    expect(unprovenOf(stated, [claim({ optionId: 'y', coversAll: true })], day)).toHaveLength(1)
  })

  test('is also what stands in no line: then the whole product has to be covered', () => {
    const input = {
      ...stated,
      assumptions: [{ lineId: null, optionId: 'x', isCost: false, supplier: { value: '0' } }],
    }
    expect(unprovenOf(input, [claim()], day)).toEqual([
      { optionId: 'x', option: 'Norvik N7', kind: 'missing', lines: [], lineIds: [null] },
    ])
    expect(unprovenOf(input, [claim({ coversAll: true })], day)).toEqual([])
  })
})

describe('wording', () => {
  test.each([
    ['The best drive of its class', 'superlative', 'best'],
    ['An unreliable bearing, 3.1 kW', 'denigrating', 'unreliable'],
    ['O pior rolamento', 'denigrating', 'pior'],
    ['Преобразователь лучшего класса', 'superlative', 'лучшего'],
    ['Дешёвая подделка', 'imitation', 'подделка'],
    ['性能最好的驱动器', 'superlative', '最好'],
    ['A clone of ours', 'imitation', 'clone'],
    ['It needs much more energy', 'vague', 'much'],
  ] as const)('%s', (text, rule, word) => {
    expect(findWording(text)).toContainEqual({ rule, word })
  })

  test.each([
    'Takes 3.1 kW at 50 Hz and 25 °C, measured by TÜV on 12 May',
    'Loses much more: 310 W against 240 W',
    'Bestellnummer 4711',
    'A farm in Madeira',
    'Улучшенная изоляция',
    '',
  ])('nothing in: %s', (text) => {
    expect(findWording(text)).toEqual([])
  })

  test('each word once, also in a long text at once', () => {
    expect(findWording('Best. best! BEST')).toEqual([{ rule: 'superlative', word: 'Best' }])
    const begin = performance.now()
    findWording('best copy '.repeat(2_000))
    expect(performance.now() - begin).toBeLessThan(1_000)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  includes,
  type PartEntry,
  parseParts,
  resolveParts,
} from '#app/domain/documents/change-notices/engine/parts.ts'
import { dayOfNotice, tooEarly } from '#app/domain/documents/change-notices/engine/periods.ts'

const entriesOf = (text: string): PartEntry[] => {
  const parsed = parseParts(text)
  if ('problem' in parsed) throw new Error(parsed.problem)
  return parsed.entries
}
const meant = (text: string, ...numbers: string[]) => {
  const catalogue = numbers.map((number) => ({ number }))
  return resolveParts(entriesOf(text), catalogue).parts.map(({ number }) => number)
}

describe('affected part numbers', () => {
  test.each<[string, string[], string[]]>([
    ['A-100', ['A-100', 'A-1000', 'a-100'], ['A-100', 'a-100']],
    [
      'A-100..A-120',
      ['A-099', 'A-100', 'A-110', 'A-120', 'A-121', 'A-0110', 'B-110'],
      ['A-100', 'A-110', 'A-120'],
    ],
    ['A-9..A-11', ['A-8', 'A-9', 'A-10', 'A-11', 'A-010'], ['A-9', 'A-10', 'A-11', 'A-010']],
    [
      'CMD-075-4..CMD-150-4',
      ['CMD-075-4', 'CMD-110-4', 'CMD-220-4', 'CMD-110-4-L1'],
      ['CMD-075-4', 'CMD-110-4'],
    ],
    ['PM-650-*', ['PM-650-30', 'PM-650-50-L2', 'PM-1200-75'], ['PM-650-30', 'PM-650-50-L2']],
    ['PM-650-?0', ['PM-650-30', 'PM-650-50', 'PM-650-500'], ['PM-650-30', 'PM-650-50']],
    ['*-L1, A-1；B-2\nC-3', ['X-L1', 'A-1', 'B-2', 'C-3', 'D'], ['X-L1', 'A-1', 'B-2', 'C-3']],
    ['A-100..A-100', ['A-100', 'A-101'], ['A-100']],
  ])('%s of %j means %j', (text, catalogue, numbers) => {
    expect(meant(text, ...catalogue)).toEqual(numbers)
  })

  test.each([
    ['A 100', 'characters'],
    ["A'; DROP TABLE", 'characters'],
    ['A-100..', 'rangeEnds'],
    ['..A-100', 'rangeEnds'],
    ['A-120..A-100', 'rangeEnds'],
    ['A-1-1..A-2-2', 'rangeEnds'],
    ['A-100..B-120', 'rangeEnds'],
    ['A-1..A-2..A-3', 'rangeEnds'],
    ['A-*..A-20', 'rangeEnds'],
    ['ABC..ABC', 'rangeEnds'],
    ['*', 'tooWide'],
    ['??-*', 'tooWide'],
    ['A'.repeat(101), 'tooLong'],
    [Array.from({ length: 501 }, (_, index) => `A-${index}`).join(','), 'tooMany'],
  ])('%s is refused: %s', (text, problem) => {
    expect(parseParts(text)).toMatchObject({ problem })
  })

  test('names what means no part of the catalogue', () => {
    const catalogue = [{ number: 'A-100' }]
    expect(resolveParts(entriesOf('A-100, B-1, C-1..C-9'), catalogue).unknown).toEqual(['B-1', 'C-1..C-9'])
  })

  test('a range means the numbers between its ends and no others', () => {
    const number = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(number, number, number, (a, b, part) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const [entry] = entriesOf(`X-${from}-Y..X-${to}-Y`)
        expect(entry && includes(entry, `X-${part}-Y`)).toBe(
          part >= from &&
            part <= to &&
            (String(from).length !== String(to).length || String(part).length === String(from).length),
        )
      }),
    )
  })

  test('a wildcard means what the same regular expression means, and no pattern takes long', () => {
    const letters = fc.string({ unit: fc.constantFrom('A', 'B', '1', '-'), maxLength: 12 })
    const pattern = fc.string({ unit: fc.constantFrom('A', 'B', '1', '*', '?'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(letters, pattern, (text, wild) => {
        const entry: PartEntry = { kind: 'wildcard', text: wild }
        const same = new RegExp(`^${wild.replaceAll('*', '.*').replaceAll('?', '.')}$`)
        expect(includes(entry, text)).toBe(same.test(text))
      }),
    )
    const begun = performance.now()
    includes({ kind: 'wildcard', text: `${'A*'.repeat(50)}B` }, 'A'.repeat(100))
    expect(performance.now() - begun).toBeLessThan(50)
  })
})

describe('milestones', () => {
  const periods = { noticeDays: 90, lastOrderMonths: 6, lastDeliveryMonths: 12 }
  test('the first changed delivery is 90 days after the notice', () => {
    const milestones = [
      { code: 'PCN' as const, on: '2026-03-02' },
      { code: 'SOP' as const, on: '2026-05-30' },
    ]
    expect(dayOfNotice('pcn', milestones, '2020-01-01')).toBe('2026-03-02')
    expect(tooEarly('pcn', milestones, '2026-03-02', periods)).toEqual([
      { code: 'SOP', on: '2026-05-30', earliest: '2026-05-31' },
    ])
    expect(tooEarly('pcn', milestones, '2026-03-01', periods)).toEqual([])
  })
  test('the last order is six months, the last delivery twelve months after it', () => {
    const milestones = [
      { code: 'EOS' as const, on: '2026-02-27' },
      { code: 'LTD' as const, on: '2026-08-31' },
      { code: 'SOP' as const, on: '2025-09-01' },
    ]
    expect(tooEarly('pdn', milestones, '2025-08-31', periods)).toEqual([
      { code: 'EOS', on: '2026-02-27', earliest: '2026-02-28' },
    ])
  })
})

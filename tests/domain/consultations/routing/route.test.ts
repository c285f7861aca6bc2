import { describe, expect, test } from 'vitest'
import type { CoverageEntry } from '#app/domain/accounts/coverage.ts'
import { type RoutingFacts, type Rule, routeOf } from '#app/domain/consultations/routing/route.ts'

const question = { function: 'engineering', familyId: 'drives', language: 'zh' } as const

const line = (membershipId: string, changes: Partial<CoverageEntry> = {}): CoverageEntry => ({
  ...{ id: membershipId, side: 'supplier', function: 'engineering', siteId: null, familyId: null },
  ...{ membershipId, isActive: true },
  ...changes,
})
const rule = (id: string, memberIds: string[], changes: Partial<Rule> = {}): Rule => ({
  ...{ id, memberIds, function: null, familyId: null, language: null, calendarId: null, duringHours: true },
  ...changes,
})
const facts = (changes: Partial<RoutingFacts> = {}): RoutingFacts => ({
  lines: [],
  rules: [],
  takers: new Set(['ingrid', 'dev', 'tomas', 'quinn']),
  absent: new Map(),
  isOpen: () => false,
  ...changes,
})
const taken = (changes: Partial<RoutingFacts>) => routeOf(question, facts(changes)).taken

describe('the coverage matrix', () => {
  test('goes first, its narrowest line before its wider ones', () => {
    const lines = [line('ingrid'), line('dev', { familyId: 'drives' })]
    expect(taken({ lines, rules: [rule('1', ['tomas'])] })).toEqual({
      ...{ membershipId: 'dev', ruleId: null, insteadOf: null, outcome: 'takes' },
    })
  })

  test('a wider line follows where the narrow one is away without a deputy', () => {
    const lines = [line('ingrid'), line('dev', { familyId: 'drives' })]
    const { taken, considered } = routeOf(question, facts({ lines, absent: new Map([['dev', null]]) }))
    expect(taken).toMatchObject({ membershipId: 'ingrid', insteadOf: null })
    expect(considered.map(({ membershipId, outcome }) => `${membershipId} ${outcome}`)).toEqual([
      'dev absent',
      'ingrid takes',
    ])
  })

  test('in whose place a deputy comes before it, also the deputy of a deputy', () => {
    const lines = [line('ingrid'), line('dev', { familyId: 'drives' })]
    const absent = new Map([
      ['dev', 'quinn'],
      ['quinn', 'tomas'],
    ])
    expect(taken({ lines, absent })).toMatchObject({ membershipId: 'tomas', insteadOf: 'dev' })
  })

  test('two who stand in for each other and are both away end the search, not the process', () => {
    const lines = [line('dev')]
    const absent = new Map([
      ['dev', 'quinn'],
      ['quinn', 'dev'],
    ])
    expect(taken({ lines, absent })).toBeNull()
  })

  test('a deputy who cannot enter the account does not get it', () => {
    const lines = [line('dev')]
    const route = routeOf(question, facts({ lines, absent: new Map([['dev', 'marcus']]) }))
    expect(route.taken).toBeNull()
    expect(route.considered.at(-1)).toMatchObject({ membershipId: 'marcus', outcome: 'cannot' })
  })

  test('nobody who has left, and nobody of the other side', () => {
    expect(taken({ lines: [line('dev', { isActive: false }), line('lin', { side: 'customer' })] })).toBeNull()
  })
})

describe('the rules', () => {
  test('the first that fits takes it, each condition for itself', () => {
    const cases: [Partial<Rule>, boolean][] = [
      [{}, true],
      [{ function: 'engineering' }, true],
      [{ function: 'quality' }, false],
      [{ familyId: 'drives' }, true],
      [{ familyId: 'motors' }, false],
      [{ language: 'zh' }, true],
      [{ language: 'ru' }, false],
      [{ calendarId: 'open', duringHours: true }, true],
      [{ calendarId: 'open', duringHours: false }, false],
      [{ calendarId: 'shut', duringHours: true }, false],
      [{ calendarId: 'shut', duringHours: false }, true],
      [{ function: 'engineering', language: 'ru' }, false],
    ]
    for (const [conditions, fits] of cases) {
      const rules = [rule('first', ['tomas'], conditions), rule('last', ['quinn'])]
      const found = taken({ rules, isOpen: (id) => id === 'open' })
      expect([conditions, found?.ruleId]).toEqual([conditions, fits ? 'first' : 'last'])
    }
  })

  test('its people in their order, then the next rule', () => {
    const rules = [rule('1', ['tomas', 'quinn']), rule('2', ['dev'])]
    expect(taken({ rules })).toMatchObject({ membershipId: 'tomas' })
    expect(taken({ rules, absent: new Map([['tomas', null]]) })).toMatchObject({ membershipId: 'quinn' })
    const both = new Map([
      ['tomas', null],
      ['quinn', null],
    ])
    expect(taken({ rules, absent: both })).toMatchObject({ membershipId: 'dev', ruleId: '2' })
  })

  test('without anybody there the route ends with nobody, and says who was looked at', () => {
    const route = routeOf(question, facts({ rules: [rule('1', ['gone'])] }))
    expect(route).toMatchObject({ taken: null, considered: [{ membershipId: 'gone', outcome: 'cannot' }] })
  })
})

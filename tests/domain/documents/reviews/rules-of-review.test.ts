import { describe, expect, test } from 'vitest'
import { afterWorkingDays, instantIn, localText } from '#app/domain/documents/reviews/local-time.ts'
import { type RoundFacts, roundState } from '#app/domain/documents/reviews/review.ts'
import { approverOf, checklistOf, mostSpecificRule } from '#app/domain/documents/reviews/rule.ts'

describe('the most specific rule', () => {
  const rules = [
    { name: 'all', kind: null, familyId: null },
    { name: 'data sheets', kind: 'data_sheet', familyId: null },
    { name: 'drives', kind: null, familyId: 'drives' },
    { name: 'modules', kind: null, familyId: 'modules' },
    { name: 'data sheets of drives', kind: 'data_sheet', familyId: 'drives' },
  ]
  test.each([
    ['data_sheet', ['drives'], 'data sheets of drives'],
    ['data_sheet', ['modules'], 'modules'],
    ['data_sheet', ['pumps'], 'data sheets'],
    ['data_sheet', ['modules', 'drives'], 'data sheets of drives'],
    ['drawing', ['modules', 'drives'], 'modules'],
    ['drawing', ['drives', 'modules'], 'drives'],
    ['drawing', [], 'all'],
  ])('of a %s about %j', (kind, familyIds, name) => {
    expect(mostSpecificRule(rules, { kind, familyIds })?.name).toBe(name)
  })

  test('may be none', () => {
    expect(mostSpecificRule(rules.slice(1, 2), { kind: 'drawing', familyIds: [] })).toBeNull()
  })
})

test('a checklist is one item a line, without bullets and without repetition', () => {
  expect(checklistOf('- Units are SI\r\n\n2. Curves measured\n* [ ] Units are SI\n  Part numbers  ')).toEqual(
    ['Units are SI', 'Curves measured', 'Part numbers'],
  )
})

test('an approver is a member or a function that there is', () => {
  expect(approverOf('function:quality')).toEqual({ approverId: null, approverFunction: 'quality' })
  expect(approverOf('member:7')).toEqual({ approverId: '7', approverFunction: null })
  expect(approverOf('function:chief')).toEqual({ approverId: null, approverFunction: null })
  expect(approverOf()).toEqual({ approverId: null, approverFunction: null })
})

describe('where a round stands', () => {
  const named = (memberId: string, isActive = true) =>
    ({ memberId, role: 'reviewer', origin: 'named', isActive }) as const
  const byFunction = (memberId: string) => ({ ...named(memberId), origin: 'function' }) as const
  const added = (memberId: string) => ({ ...named(memberId), origin: 'added' }) as const
  const approver = (memberId: string) => ({ ...named(memberId), role: 'approver' }) as const
  const approvals = (...ids: string[]) => ids.map((memberId) => ({ memberId, verdict: 'approved' as const }))
  const round = (facts: Partial<RoundFacts>): RoundFacts => ({
    namedNeeded: 0,
    functionNeeded: 0,
    reviews: [],
    decisions: [],
    items: [],
    ...facts,
  })
  const cases: [string, RoundFacts, object][] = [
    ['nobody is asked', round({}), { isReady: true }],
    ['the approver is no reviewer', round({ reviews: [approver('q')] }), { waitingFor: 0, isReviewed: true }],
    [
      'each who is named approves',
      round({ namedNeeded: 2, reviews: [named('a'), named('b')], decisions: approvals('a') }),
      { waitingFor: 1, missing: 0, isReviewed: false },
    ],
    [
      'one of a function is enough',
      round({
        functionNeeded: 1,
        reviews: [byFunction('a'), byFunction('b'), byFunction('c')],
        decisions: approvals('b'),
      }),
      { waitingFor: 0, isReviewed: true },
    ],
    [
      'fewer have the function than the rule wants',
      round({ functionNeeded: 2, reviews: [byFunction('a')], decisions: approvals('a') }),
      { waitingFor: 0, missing: 1, isReviewed: false },
    ],
    [
      'somebody added stands in for one who is missing',
      round({ functionNeeded: 2, reviews: [byFunction('a'), added('d')], decisions: approvals('a', 'd') }),
      { waitingFor: 0, missing: 0, isReviewed: true },
    ],
    [
      'who left undecided is missing',
      round({ namedNeeded: 1, reviews: [named('a', false)] }),
      { waitingFor: 0, missing: 1 },
    ],
    [
      'who approved and left has approved',
      round({ namedNeeded: 1, reviews: [named('a', false)], decisions: approvals('a') }),
      { waitingFor: 0, missing: 0, isReviewed: true },
    ],
    [
      'an open item holds it up',
      round({ items: [{ isChecked: true }, { isChecked: false }] }),
      { openItems: 1, isReviewed: true, isReady: false },
    ],
  ]
  test.each(cases)('%s', (_, facts, expected) => {
    expect(roundState(facts)).toMatchObject(expected)
  })
})

describe('a local date and time', () => {
  const iso = (zone: string, text: string) => {
    const at = instantIn(zone, text)
    return at instanceof Date ? at.toISOString() : at
  }
  test.each([
    ['UTC', '2026-01-31T08:00', '2026-01-31T08:00:00.000Z'],
    ['America/Los_Angeles', '2026-01-31T08:00', '2026-01-31T16:00:00.000Z'],
    ['America/Los_Angeles', '2026-07-31T08:00', '2026-07-31T15:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-31T08:00', '2026-07-31T02:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:30', '2025-12-31T10:30:00.000Z'],
    // The hour that the clocks jump over, and the one that they show twice.
    ['America/Los_Angeles', '2026-03-08T02:30', 'skipped'],
    ['America/Los_Angeles', '2026-03-08T03:00', '2026-03-08T10:00:00.000Z'],
    ['America/Los_Angeles', '2026-11-01T01:30', '2026-11-01T08:30:00.000Z'],
    ['Europe/Berlin', '2026-03-29T02:00', 'skipped'],
    ['Europe/Berlin', '2026-10-25T02:59', '2026-10-25T00:59:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', 'skipped'],
    ['UTC', '2026-02-30T08:00', 'invalid'],
    ['UTC', '2026-01-31T24:00', 'invalid'],
    ['UTC', 'tomorrow', 'invalid'],
  ])('in %s: %s', (zone, text, expected) => {
    expect(iso(zone, text)).toBe(expected)
  })

  test('is shown as the clocks there show it', () => {
    expect(localText(new Date('2026-03-08T10:00:00Z'), 'America/Los_Angeles')).toBe('2026-03-08 03:00')
  })

  test.each([
    ['2026-01-05T10:00:00Z', '2026-01-07T10:00:00.000Z'],
    ['2026-01-08T10:00:00Z', '2026-01-12T10:00:00.000Z'],
    ['2026-01-09T10:00:00Z', '2026-01-13T10:00:00.000Z'],
    ['2026-01-10T10:00:00Z', '2026-01-13T10:00:00.000Z'],
  ])('two working days after %s', (from, to) => {
    expect(afterWorkingDays(new Date(from), 2, 'UTC').toISOString()).toBe(to)
  })

  test('working days are those of the zone', () => {
    // Friday in UTC, Saturday already in Auckland.
    const from = new Date('2026-01-09T12:00:00Z')
    expect(afterWorkingDays(from, 1, 'Pacific/Auckland').toISOString()).toBe('2026-01-11T12:00:00.000Z')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  missingOf,
  passedDeadline,
  type RequestFacts,
  respondedBy,
  stateOf,
  waitingSince,
} from '#app/domain/documents/acknowledgements/engine/states.ts'

const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map((time) => new Date(time))

describe('states', () => {
  const quorum = [
    { function: 'engineering', count: 1 },
    { function: 'purchasing', count: 1 },
  ] as const
  const day = (date: number) => new Date(Date.UTC(2026, 2, date))
  const terms = { acknowledgeBy: day(10), respondBy: day(20), isSilenceAcceptance: false, timeZone: 'UTC' }
  const engineer = { memberId: 'a', function: 'engineering', at: day(2) } as const
  const buyer = { memberId: 'b', function: 'purchasing', at: day(3) } as const
  const nothing: RequestFacts = { isDelivered: false, acknowledgements: [], facts: [], isWithdrawn: false }
  const fact = (kind: string, date = 5) => ({ kind, at: day(date) })
  const both = { ...nothing, acknowledgements: [engineer, buyer] }

  test.each<[string, RequestFacts, number, string]>([
    ['nothing', nothing, 5, 'sent'],
    ['a mail that left', { ...nothing, isDelivered: true }, 5, 'delivered'],
    ['half of the quorum', { ...nothing, acknowledgements: [engineer] }, 5, 'delivered'],
    ['twice the same', { ...nothing, acknowledgements: [engineer, engineer] }, 5, 'delivered'],
    ['the quorum', both, 5, 'acknowledged'],
    ['the last instant', nothing, 9, 'sent'],
    ['the deadline', nothing, 10, 'overdue'],
    ['acknowledged late', both, 15, 'acknowledged'],
    ['no answer', both, 20, 'overdue'],
    ['samples', { ...both, facts: [fact('samples_requested')] }, 6, 'samples_requested'],
    ['a question', { ...both, facts: [fact('information_requested')] }, 6, 'information_requested'],
    [
      'a question past the deadline',
      { ...both, facts: [fact('information_requested')] },
      90,
      'information_requested',
    ],
    ['a question before the quorum', { ...nothing, facts: [fact('information_requested')] }, 10, 'overdue'],
    [
      'an answered question',
      { ...both, facts: [fact('information_requested'), fact('information_given', 9)] },
      24,
      'acknowledged',
    ],
    [
      'and its later deadline',
      { ...both, facts: [fact('information_requested'), fact('information_given', 9)] },
      25,
      'overdue',
    ],
    ['accepted', { ...both, facts: [fact('accepted')] }, 30, 'accepted'],
    [
      'a rejection taken further',
      { ...both, facts: [fact('rejected'), fact('conditional', 6)] },
      30,
      'conditional',
    ],
    ['deemed accepted', { ...nothing, facts: [fact('deemed_accepted', 10)] }, 30, 'deemed_accepted'],
    ['implemented', { ...both, facts: [fact('accepted'), fact('implemented', 6)] }, 30, 'implemented'],
    ['withdrawn', { ...both, isWithdrawn: true }, 30, 'withdrawn'],
  ])('%s: %j on day %i is %s', (_, facts, date, state) => {
    expect(stateOf(quorum, facts, terms, day(date))).toBe(state)
  })

  test('silence is no acceptance while the supplier owes information; each question counts for itself', () => {
    const silent = { ...terms, isSilenceAcceptance: true }
    const asked = { ...both, facts: [fact('information_requested', 19)] }
    expect(passedDeadline(quorum, asked, silent, day(200))).toBeNull()
    expect(waitingSince(asked.facts)).toEqual(day(19))
    // Asked twice before it is answered: one wait, of two days. Then another one, of one day.
    const facts = [
      ...asked.facts,
      fact('information_requested', 20),
      fact('information_given', 20),
      fact('information_requested', 21),
      fact('information_given', 21),
    ]
    expect(waitingSince(facts)).toBeNull()
    expect(respondedBy(facts, silent)).toEqual(day(23))
    expect(passedDeadline(quorum, { ...both, facts }, silent, day(22))).toBeNull()
    expect(passedDeadline(quorum, { ...both, facts }, silent, day(23))).toEqual({
      kind: 'deemed_accepted',
      deadline: day(23),
    })
    expect(waitingSince([...asked.facts, fact('accepted', 20)])).toBeNull()
    // Days end in the account's zone, over the change of clocks as well.
    const brazil = { respondBy: new Date('2026-04-01T03:00:00Z'), timeZone: 'America/Sao_Paulo' }
    expect(respondedBy(facts, brazil)).toEqual(new Date('2026-04-04T03:00:00Z'))
    const berlin = { respondBy: new Date('2026-03-28T23:00:00Z'), timeZone: 'Europe/Berlin' }
    expect(respondedBy(facts, berlin)).toEqual(new Date('2026-03-31T22:00:00Z'))
  })

  test('where only the acknowledgement is wanted nothing is awaited afterwards', () => {
    expect(stateOf(quorum, both, { ...terms, respondBy: null }, day(300))).toBe('acknowledged')
  })

  test('silence is acceptance only where the terms say so, and then it has to be recorded', () => {
    const silent = { ...terms, isSilenceAcceptance: true }
    expect(passedDeadline(quorum, nothing, silent, day(9))).toBeNull()
    expect(passedDeadline(quorum, nothing, silent, day(10))).toEqual({
      kind: 'deemed_accepted',
      deadline: day(10),
    })
    expect(stateOf(quorum, nothing, silent, day(10))).toBe('overdue')
    expect(passedDeadline(quorum, nothing, terms, day(10))).toEqual({ kind: 'overdue', deadline: day(10) })
    const told = { ...nothing, facts: [fact('overdue', 10)] }
    expect(passedDeadline(quorum, told, terms, day(12))).toBeNull()
    const later = { ...both, facts: [fact('overdue', 10)] }
    expect(passedDeadline(quorum, later, terms, day(20))).toMatchObject({
      kind: 'overdue',
      deadline: day(20),
    })
  })

  test('a quorum is fulfilled by distinct members, and more than enough is enough', () => {
    const members = fc.array(
      fc.record({
        memberId: fc.constantFrom('a', 'b', 'c', 'd'),
        function: fc.constantFrom('engineering' as const, 'purchasing' as const),
        at: fc.constant(day(2)),
      }),
    )
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 4 }), (given, count) => {
        const [missing] = missingOf([{ function: 'engineering', count }], given)
        const distinct = new Set(
          given.filter((each) => each.function === 'engineering').map((each) => each.memberId),
        )
        expect(missing?.count ?? 0).toBe(Math.max(0, count - distinct.size))
      }),
    )
  })

  test('an outcome stands whatever the clock says', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom('accepted', 'conditional', 'rejected', 'deemed_accepted'),
        (at, kind) => {
          expect(stateOf(quorum, { ...both, facts: [fact(kind)] }, terms, at)).toBe(kind)
        },
      ),
    )
  })
})

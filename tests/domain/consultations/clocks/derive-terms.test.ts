import { describe, expect, test } from 'vitest'
import { type Agreement, clocksOf, type Promised } from '#app/domain/consultations/clocks/engine/clocks.ts'
import { openHours } from '#app/domain/consultations/clocks/engine/open-hours.ts'
import { calendar, hours, minutes } from './calendars.ts'
import { agreed, asked, derive, later, on, targets, text, usual } from './logs.ts'

describe('urgency', () => {
  test('counts from the start with the new target: what was used stays used', () => {
    const log = [asked('01T09:00'), later('01T11:00', 'urgency', { urgency: 'blocks_work' })]
    const clock = derive(log, '01T12:00')['solution 1']
    expect(clock).toMatchObject({ urgency: 'blocks_work', target: hours(8), counted: hours(3) })
    expect(text(clock?.dueAt)).toBe('01T17:00')
  })

  test('raised when the new target is used up already: breached from that moment', () => {
    const log = [asked('01T09:00'), later('01T16:00', 'urgency', { urgency: 'line_stopped' })]
    expect(derive(log, '01T16:30')['solution 1']).toMatchObject({
      state: 'breached',
      breachedAt: on('01T16:00'),
    })
  })

  test('lowered after the breach: the breach stays', () => {
    const log = [asked('01T09:00', 'line_stopped'), later('02T09:00', 'urgency', { urgency: 'question' })]
    expect(derive(log, '02T10:00')['solution 1']).toMatchObject({
      state: 'breached',
      breachedAt: on('01T13:00'),
      target: hours(4),
    })
  })

  test('where nothing is promised there is no clock', () => {
    expect(Object.keys(derive([asked('01T09:00', 'safety')], '01T10:00'))).toEqual(['first_response 1'])
  })
})

describe('changes of what was promised', () => {
  const slower: Promised = {
    ...usual,
    levelId: 'slower',
    targets: { ...usual.targets, question: targets(4, 8, 40) },
  }
  const revisedAt = (at: string): Agreement => ({
    promisedAt: (_, knownAt) => (knownAt >= on(at) ? slower : usual),
    revisions: [on(at)],
  })

  test('move what is open', () => {
    const clock = derive([asked('01T09:00')], '02T12:00', revisedAt('02T09:00'))['solution 1']
    expect(clock).toMatchObject({ target: hours(40), state: 'running' })
    expect(text(clock?.dueAt)).toBe('05T17:00')
  })

  test('never what ended, nor what was breached before', () => {
    const ended = [asked('01T09:00'), later('01T12:00', 'answered')]
    expect(derive(ended, '02T12:00', revisedAt('02T09:00'))['solution 1']).toMatchObject({
      target: hours(24),
    })
    const breached = derive([asked('01T09:00')], '09T12:00', revisedAt('08T09:00'))['solution 1']
    expect(breached).toMatchObject({ state: 'breached', breachedAt: on('03T17:00'), target: hours(24) })
  })

  test('nothing is asked of what was asked before there was anything promised', () => {
    expect(clocksOf([asked('01T09:00')], { promisedAt: () => null, revisions: [] }, on('09T09:00'))).toEqual(
      [],
    )
    expect(clocksOf([], agreed(), on('09T09:00'))).toEqual([])
  })

  test('a calendar that lost its hours makes nothing due', () => {
    const clock = derive(
      [asked('01T09:00')],
      '02T12:00',
      agreed({ hours: openHours(calendar('UTC', [], [])) }),
    )
    expect(clock['solution 1']).toMatchObject({ dueAt: null, warnAt: null, counted: 0 })
  })
})

test('the same log gives the same clocks, whenever it is asked again', () => {
  const log = [asked('01T09:00'), later('01T12:00', 'answered'), later('01T12:10', 'accepted')]
  const clocks = clocksOf(log, agreed(), on('01T13:00'))
  expect(clocksOf(log, agreed(), on('20T13:00'))).toEqual(clocks)
  expect(clocks.map(({ counted }) => counted)).toEqual([hours(3), minutes(180)])
})

import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  joinIntervals,
  NoOpenTime,
  splitOverMidnight,
} from '#app/domain/consultations/clocks/engine/calendar.ts'
import { openHours } from '#app/domain/consultations/clocks/engine/open-hours.ts'
import { always, berlin, calendar, everyDay, hours, minutes, nineToFive, utc, workdays } from './calendars.ts'

describe('the calendar of facts.md §2', () => {
  test.each([
    ['2025-12-23T15:30', 240, '2025-12-29T10:30'],
    ['2025-12-19T13:30', 60, '2025-12-22T07:30'],
    ['2025-12-20T09:00', 480, '2025-12-22T16:00'],
    // The clock was put forward on Sunday: 9 o'clock is now 7 in UTC.
    ['2026-03-27T13:00', 120, '2026-03-30T07:00'],
  ])('%s and %i minutes is %s', (from, span, due) => {
    expect(new Date(openHours(berlin).add(utc(from), minutes(span)))).toEqual(new Date(utc(due)))
  })

  test('elapsed', () => {
    const elapsed = openHours(berlin).elapsed(utc('2025-12-23T15:30'), utc('2025-12-29T08:30'))
    expect(elapsed).toBe(minutes(120))
  })
})

describe('the change of the clock', () => {
  const round = openHours(calendar('Europe/Berlin', everyDay, always))

  test('round the clock, the day of the change to summer time has 23 hours', () => {
    expect(round.elapsed(utc('2026-03-28T11:00'), utc('2026-03-29T10:00'))).toBe(hours(23))
  })

  test('and that to winter time 25', () => {
    expect(round.elapsed(utc('2026-10-24T22:00'), utc('2026-10-25T23:00'))).toBe(hours(25))
    expect(round.add(utc('2026-10-24T22:00'), hours(25))).toBe(utc('2026-10-25T23:00'))
  })

  test('hours that the change skips do not exist, those that come twice count twice', () => {
    const night = openHours(calendar('Europe/Berlin', everyDay, [[90, 150]]))
    expect(night.elapsed(utc('2026-03-28T23:00'), utc('2026-03-29T22:00'))).toBe(minutes(30))
    expect(night.elapsed(utc('2026-10-24T22:00'), utc('2026-10-25T23:00'))).toBe(minutes(90))
  })

  test('where midnight itself is skipped the day begins at one', () => {
    const cairo = openHours(calendar('Africa/Cairo', everyDay, [[0, 120]]))
    expect(cairo.elapsed(utc('2026-04-23T20:00'), utc('2026-04-24T20:00'))).toBe(hours(1))
  })
})

describe('adding', () => {
  const office = openHours(calendar('UTC', workdays, nineToFive))

  test('exactly used up is closing time, not the next opening', () => {
    expect(office.add(utc('2026-06-01T09:00'), hours(8))).toBe(utc('2026-06-01T17:00'))
    expect(office.add(utc('2026-06-01T17:00'), hours(8))).toBe(utc('2026-06-02T17:00'))
  })

  test('nothing is the instant itself, also at night', () => {
    expect(office.add(utc('2026-06-01T03:00'), 0)).toBe(utc('2026-06-01T03:00'))
  })

  test('over the end of a year', () => {
    expect(office.add(utc('2026-12-31T16:00'), hours(2))).toBe(utc('2027-01-01T10:00'))
    expect(office.elapsed(utc('2026-12-31T16:00'), utc('2027-01-01T10:00'))).toBe(hours(2))
  })

  test('in the wrong order nothing has passed', () => {
    expect(office.elapsed(utc('2026-06-02T12:00'), utc('2026-06-01T12:00'))).toBe(0)
  })

  test('a calendar without hours is an error, never an endless loop', () => {
    const empty: Calendar[] = [
      calendar('UTC', [], []),
      { zone: 'UTC', versions: [] },
      // Open once upon a time, and on one day that is over.
      {
        zone: 'UTC',
        versions: [
          {
            from: '2000-01-01',
            week: [[], [], [], [], [], [], []],
            days: { '2001-01-01': { name: 'Opening', intervals: always } },
          },
        ],
      },
    ]
    for (const each of empty) {
      expect(() => openHours(each).add(utc('2026-06-01T09:00'), minutes(1))).toThrow(NoOpenTime)
      expect(openHours(each).elapsed(utc('2026-06-01T09:00'), utc('2026-07-01T09:00'))).toBe(0)
    }
  })
})

describe('calendars', () => {
  test('hours change on the day from which other ones hold', () => {
    const changed = openHours({
      zone: 'America/Los_Angeles',
      versions: [
        { from: '2026-01-01', week: Array(7).fill(nineToFive), days: {} },
        { from: '2026-06-02', week: Array(7).fill([[600, 660]]), days: {} },
      ],
    })
    expect(changed.elapsed(utc('2025-12-31T00:00'), utc('2026-01-01T08:00'))).toBe(0)
    expect(changed.elapsed(utc('2026-06-01T07:00'), utc('2026-06-02T07:00'))).toBe(hours(8))
    expect(changed.elapsed(utc('2026-06-02T07:00'), utc('2026-06-03T07:00'))).toBe(hours(1))
  })

  test('a special day has hours of its own', () => {
    const [version] = berlin.versions
    if (!version) throw new Error('no version')
    const days = { '2025-12-31': { name: 'Silvester', intervals: [[480, 720] as const] } }
    const special = openHours({ ...berlin, versions: [{ ...version, days }] })
    expect(special.elapsed(utc('2025-12-31T00:00'), utc('2025-12-31T22:00'))).toBe(hours(4))
  })

  test('an interval over midnight is split between its days', () => {
    expect(splitOverMidnight(6, [1320, 360])).toEqual([
      [6, [1320, 1440]],
      [0, [0, 360]],
    ])
    expect(splitOverMidnight(0, [480, 1440])).toEqual([[0, [480, 1440]]])
    expect(splitOverMidnight(0, [0, 0])).toEqual([[0, [0, 1440]]])
  })

  test('intervals that overlap or touch are one', () => {
    expect(
      joinIntervals([
        [780, 1020],
        [480, 720],
        [720, 740],
        [500, 600],
      ]),
    ).toEqual([
      [480, 740],
      [780, 1020],
    ])
  })
})

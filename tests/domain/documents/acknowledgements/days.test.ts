import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  localDay,
  startOfDay,
} from '#app/domain/documents/acknowledgements/engine/days.ts'
import {
  daysLeft,
  deadlineAfter,
  lastDayOf,
  reminderDue,
} from '#app/domain/documents/acknowledgements/engine/deadlines.ts'
import {
  isWorkingDay,
  workingDaysBefore,
} from '#app/domain/documents/acknowledgements/engine/working-days.ts'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Lisbon',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'Africa/Cairo',
]
const zone = fc.constantFrom(...zones)
const instant = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) })
  .map((time) => new Date(time))

describe('days', () => {
  test.each([
    ['2026-03-29', 'Europe/Lisbon', '2026-03-29T00:00:00Z'],
    ['2026-03-30', 'Europe/Lisbon', '2026-03-29T23:00:00Z'],
    ['2026-11-01', 'America/Los_Angeles', '2026-11-01T07:00:00Z'],
    ['2026-11-02', 'America/Los_Angeles', '2026-11-02T08:00:00Z'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00Z'],
  ])('%s begins in %s at %s', (day, of, at) => {
    expect(startOfDay(day, of)).toEqual(new Date(at))
  })

  test('the first instant of a day is of that day, and the minute before it is not', () => {
    fc.assert(
      fc.property(instant, zone, (at, of) => {
        const day = localDay(at, of)
        const start = startOfDay(day, of)
        expect(localDay(start, of)).toBe(day)
        expect(localDay(new Date(start.getTime() - 60_000), of)).toBe(addDays(day, -1))
        expect(start.getTime()).toBeLessThanOrEqual(at.getTime())
      }),
      { numRuns: 200 },
    )
  })
})

describe('working days', () => {
  test.each([
    ['2026-04-02', 0, '2026-04-02'],
    ['2026-04-04', 0, '2026-04-03'],
    ['2026-04-06', 1, '2026-04-03'],
    ['2026-04-06', 5, '2026-03-30'],
    ['2026-04-05', 3, '2026-03-31'],
  ])('%s less %i is %s', (day, count, before) => {
    expect(workingDaysBefore(day, count)).toBe(before)
  })

  test('a holiday is none', () => {
    const holidays = new Set(['2026-04-03', '2026-04-06'])
    expect(workingDaysBefore('2026-04-07', 1, holidays)).toBe('2026-04-02')
  })

  test('so many working days lie between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
        const day = addDays('2024-01-01', offset)
        const before = workingDaysBefore(day, count)
        const between = Array.from({ length: daysBetween(before, day) }, (_, index) =>
          addDays(before, index + 1),
        )
        const passed = between.filter((each) => isWorkingDay(each)).length
        expect(isWorkingDay(before)).toBe(true)
        expect(passed).toBe(count)
      }),
    )
  })
})

describe('deadlines', () => {
  test('end with the last day in the zone, at the instant of its midnight', () => {
    const asked = new Date('2026-03-02T17:30:00Z')
    const deadline = deadlineAfter(asked, 30, 'Asia/Shanghai')
    expect(deadline).toEqual(new Date('2026-04-02T16:00:00Z'))
    expect(lastDayOf(deadline, 'Asia/Shanghai')).toBe('2026-04-02')
    const left = (at: string) => daysLeft(deadline, 'Asia/Shanghai', new Date(at))
    expect([left('2026-04-02T15:59:59.999Z'), left('2026-04-02T16:00:00Z')]).toEqual([0, -1])
  })

  test('give as many days as they say', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 1, max: 400 }), (at, of, days) => {
        const deadline = deadlineAfter(at, days, of)
        expect(daysLeft(deadline, of, at)).toBe(days)
        expect(lastDayOf(deadline, of)).toBe(addDays(localDay(at, of), days))
      }),
      { numRuns: 200 },
    )
  })

  const reminding = {
    askedAt: new Date('2026-03-02T09:00:00Z'),
    deadline: new Date('2026-04-02T00:00:00Z'), // the last day is Wednesday, the first of April
    zone: 'UTC',
    reminderDays: [10, 3, 1],
  }
  test.each([
    ['2026-03-17T12:00:00Z', [], null],
    ['2026-03-18T00:00:00Z', [], 10],
    ['2026-03-19T12:00:00Z', [10], null],
    ['2026-03-28T12:00:00Z', [], null], // a Saturday
    ['2026-03-27T12:00:00Z', [10], 3],
    ['2026-03-31T12:00:00Z', [], 1], // two were missed: the last one counts
    ['2026-04-01T12:00:00Z', [10, 3, 1], null],
    ['2026-04-02T00:00:00Z', [], null],
  ])('at %s, after %j, it is %s', (at, sent, due) => {
    expect(reminderDue({ ...reminding, sent: sent as number[] }, new Date(at))).toBe(due)
  })

  test('each comes once, whenever the job runs', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 31 * 24 }), { maxLength: 40 })
    fc.assert(
      fc.property(hours, (run) => {
        const sent: number[] = []
        for (const hour of run.sort((a, b) => a - b)) {
          const due = reminderDue(
            { ...reminding, sent },
            new Date(reminding.askedAt.getTime() + hour * 3_600_000),
          )
          if (due !== null) sent.push(due)
        }
        expect(sent).toEqual([...new Set(sent)].sort((a, b) => b - a))
      }),
    )
  })
})

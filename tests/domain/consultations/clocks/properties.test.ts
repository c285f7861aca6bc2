import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  type Instant,
  type Interval,
  joinIntervals,
} from '#app/domain/consultations/clocks/engine/calendar.ts'
import { ledgerOf, totalsOf } from '#app/domain/consultations/clocks/engine/ledger.ts'
import type { NamedPause } from '#app/domain/consultations/clocks/engine/log.ts'
import { openHours } from '#app/domain/consultations/clocks/engine/open-hours.ts'
import {
  countedBetween,
  dueAfter,
  mergePauses,
  type Pause,
} from '#app/domain/consultations/clocks/engine/pauses.ts'
import { minutes } from './calendars.ts'

// The slow reference asks for each minute what the clock on the wall shows, by the platform's own formats.

const formats = new Map<string, Intl.DateTimeFormat>()

function wallClock(zone: string, at: Instant): { on: string; minute: number } {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(zone, format)
  const [on = '', time = ''] = format.format(new Date(at)).split(' ')
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { on, minute: hour * 60 + minute }
}

function isOpen({ zone, versions }: Calendar, at: Instant): boolean {
  const { on, minute } = wallClock(zone, at)
  const version = versions.filter(({ from }) => from <= on).at(-1)
  const weekday = (new Date(on).getUTCDay() + 6) % 7
  const intervals = version?.days[on]?.intervals ?? version?.week[weekday] ?? []
  return intervals.some(([from, to]) => from <= minute && minute < to)
}

const isPaused = (pauses: readonly Pause[], at: Instant) =>
  pauses.some(({ from, to }) => from <= at && (to === null || at < to))

function slowCount(
  calendar: Calendar,
  [from, to]: [Instant, Instant],
  pauses: readonly Pause[] = [],
): number {
  let count = 0
  for (let at = from; at < to; at += minutes(1)) if (isOpen(calendar, at) && !isPaused(pauses, at)) count += 1
  return count
}

/** Days about both changes of the clock in several zones, some with offsets of a quarter of an hour or at midnight. */
const zones = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Havana',
]
const days = [
  '2026-03-07',
  '2026-03-28',
  '2026-04-03',
  '2026-04-23',
  '2026-10-03',
  '2026-10-24',
  '2026-12-30',
]

const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 700 }))
  .map(([from, length]) => [from, Math.min(1440, from + length)])
const hoursOfDay = fc.array(interval, { maxLength: 3 }).map(joinIntervals)
const start = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 1439 }))
  .map(([on, minute]) => Date.parse(`${on}T00:00Z`) + minutes(minute))

const calendars = fc.record({
  zone: fc.constantFrom(...zones),
  versions: fc.tuple(
    fc.record({
      from: fc.constant('2026-01-01'),
      week: fc.array(hoursOfDay, { minLength: 7, maxLength: 7 }),
      days: fc.dictionary(
        fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-24', '2026-10-25', '2026-12-31'),
        fc.record({ name: fc.constant('Special'), intervals: hoursOfDay }),
      ),
    }),
    fc.record({
      from: fc.constantFrom('2026-03-29', '2026-10-25', '2027-01-01'),
      week: fc.array(hoursOfDay, { minLength: 7, maxLength: 7 }),
      days: fc.constant({}),
    }),
  ),
})

const pausesFrom = (from: Instant): fc.Arbitrary<NamedPause[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: -300, max: 3000 }),
        fc.option(fc.integer({ min: 0, max: 1500 }), { nil: null, freq: 6 }),
        fc.constantFrom('waiting' as const, 'paused' as const),
      )
      .map(([begin, length, why]) => {
        const at = from + minutes(begin)
        return { from: at, to: length === null ? null : at + minutes(length), why }
      }),
    { maxLength: 4 },
  )

describe('against a clock that looks at each minute', () => {
  test('elapsed counts the open minutes', () => {
    fc.assert(
      fc.property(calendars, start, fc.integer({ min: 0, max: 4000 }), (calendar, from, length) => {
        const to = from + minutes(length)
        expect(openHours(calendar).elapsed(from, to)).toBe(minutes(slowCount(calendar, [from, to])))
      }),
      { numRuns: 60 },
    )
  })

  test('what is due leaves exactly its target of open minutes that are not paused', () => {
    const scene = fc
      .tuple(calendars, start, fc.integer({ min: 1, max: 1200 }))
      .chain(([calendar, from, target]) =>
        fc.tuple(fc.constant({ calendar, from, target }), pausesFrom(from)),
      )
    fc.assert(
      fc.property(scene, ([{ calendar, from, target }, named]) => {
        const hours = openHours(calendar)
        const pauses = mergePauses(named)
        const end = from + minutes(6000)
        fc.pre(hours.elapsed(from, end) > 0)
        const due = dueAfter(hours, { from, target: minutes(target) }, pauses)
        const isKnown = due !== null && due <= end
        expect(slowCount(calendar, [from, isKnown ? due : end], named)).toBe(
          isKnown ? target : Math.min(target, slowCount(calendar, [from, end], named)),
        )
        // The last minute before it was open and counted: it is no later than it has to be.
        if (isKnown) expect(isOpen(calendar, due - 1) && !isPaused(named, due - 1)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('the ledger labels each minute once, and what counts adds up', () => {
    const scene = fc
      .tuple(calendars, start, fc.integer({ min: 1, max: 3000 }))
      .chain(([calendar, from, length]) =>
        fc.tuple(fc.constant({ calendar, from, to: from + minutes(length) }), pausesFrom(from)),
      )
    fc.assert(
      fc.property(scene, ([{ calendar, from, to }, pauses]) => {
        const entries = ledgerOf(calendar, [from, to], pauses)
        expect(entries[0]?.from).toBe(from)
        expect(entries.at(-1)?.to).toBe(to)
        for (const [place, entry] of entries.entries()) {
          if (place > 0) expect(entry.from).toBe(entries[place - 1]?.to)
        }
        const counted = countedBetween(openHours(calendar), [from, to], mergePauses(pauses))
        expect(totalsOf(entries).counted).toBe(counted)
        expect(counted).toBe(minutes(slowCount(calendar, [from, to], pauses)))
      }),
      { numRuns: 60 },
    )
  })
})

/** An instant in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number
/** A span of time in milliseconds. */
export type Span = number
/** A calendar day without an hour: `2026-01-31`. Days compare as text. */
export type Day = string

/** Opening hours of a day in minutes of wall time, half-open: from 0 up to and without `to`, at most 1440. */
export type Interval = readonly [from: number, to: number]

export interface SpecialDay {
  name: string
  /** Empty for a day on which nobody works: a holiday. */
  intervals: readonly Interval[]
}

/** What holds from a day on. */
export interface CalendarVersion {
  from: Day
  /** Seven days, Monday first. */
  week: readonly (readonly Interval[])[]
  days: Readonly<Record<Day, SpecialDay>>
}

export interface Calendar {
  /** IANA time zone in which the hours are meant. */
  zone: string
  /** In the order of their days. Before the first one nothing is open. */
  versions: readonly CalendarVersion[]
}

export const minute = 60_000
export const day = 86_400_000
export const minutesOfDay = 1440

/** Raised where a duration can never be used up: the calendar has no hours, now or later. */
export class NoOpenTime extends Error {
  constructor() {
    super('the calendar has no open hours')
  }
}

/**
 * A weekly interval that may run over midnight, such as 22:00 to 06:00, as intervals of single days: what lies behind
 * midnight belongs to the day after. `to` may be as large as 2880.
 * @returns pairs of weekday (0 is Monday) and interval.
 */
export function splitOverMidnight(weekday: number, [from, to]: Interval): [number, Interval][] {
  const end = to <= from ? to + minutesOfDay : to
  if (end <= minutesOfDay) return [[weekday, [from, end]]]
  return [
    [weekday, [from, minutesOfDay]],
    ...(end > minutesOfDay ? [[(weekday + 1) % 7, [0, end - minutesOfDay]] as [number, Interval]] : []),
  ]
}

/** Sorted, and joined where they overlap or touch. */
export function joinIntervals(intervals: readonly Interval[]): Interval[] {
  const joined: [number, number][] = []
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (to > from) joined.push([from, to])
  }
  return joined
}

/** The version that holds on a day, or undefined before the first. */
export function versionOn({ versions }: Calendar, on: Day): CalendarVersion | undefined {
  return versions.findLast(({ from }) => from <= on)
}

/** Whether it ever opens: on a day of some week, or on a special day. */
export function hasOpenTime({ versions }: Calendar): boolean {
  return versions.some(
    ({ week, days }) =>
      week.some((intervals) => intervals.length > 0) ||
      Object.values(days).some(({ intervals }) => intervals.length > 0),
  )
}

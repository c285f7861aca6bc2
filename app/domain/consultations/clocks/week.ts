import { type Interval, joinIntervals, minutesOfDay, splitOverMidnight } from './engine/calendar.ts'
import { clockLimits } from './service-level.ts'

/** A time of day such as `8`, `8:30`, `0830` or `24:00` in minutes; null for anything else. */
function readTime(text: string): number | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === undefined) return null
  const value = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && value <= minutesOfDay ? value : null
}

/**
 * Hours as they are typed: `08:00–12:00, 13:00–17:00`, with any dash; nothing for closed. An end before its beginning is
 * on the day after.
 * @returns null when it cannot be read.
 */
export function readIntervals(text: string): Interval[] | null {
  const parts = text.split(/[,;，、]/).filter((part) => part.trim())
  if (parts.length > clockLimits.mostIntervals) return null
  const intervals: Interval[] = []
  for (const part of parts) {
    const times = part.split(/\s*(?:-|–|—|−|~|to|bis|até|до|至)\s*/).map(readTime)
    const [from, to] = times
    if (times.length !== 2 || from == null || to == null || from === to || from === minutesOfDay) return null
    intervals.push([from, to])
  }
  return intervals
}

const timeText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The same the other way round. */
export function intervalsText(intervals: readonly Interval[]): string {
  return intervals.map(([from, to]) => `${timeText(from)}–${timeText(to)}`).join(', ')
}

/** Seven days as typed, each with what runs over midnight from the day before. */
export function weekOf(days: readonly (readonly Interval[])[]): Interval[][] {
  const week: Interval[][] = Array.from({ length: 7 }, () => [])
  for (const [weekday, intervals] of days.entries()) {
    for (const interval of intervals) {
      for (const [on, part] of splitOverMidnight(weekday, interval)) week[on]?.push(part)
    }
  }
  return week.map(joinIntervals)
}

/** Hours that a zone does not know are asked of the platform, which knows them all. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

import { type Calendar, hasOpenTime, type Instant, minute, NoOpenTime, type Span } from './calendar.ts'
import { hoursOn, localPieces } from './local-days.ts'

/** Arithmetic in the open hours of a calendar. Instants and spans in milliseconds. */
export interface OpenHours {
  calendar: Calendar
  /**
   * The instant at which so much open time is used up. Exactly used up at closing time it is closing time, not the next
   * opening; nothing to use up is `from` itself (facts.md §2).
   * @throws NoOpenTime when that can never be.
   */
  add: (from: Instant, span: Span) => Instant
  /** Open time between two instants; 0 when they are in the wrong order. */
  elapsed: (from: Instant, to: Instant) => Span
}

/** The open stretches of one year in UTC, and for each how much was open before it. */
interface Year {
  starts: Instant[]
  ends: Instant[]
  before: Span[]
  total: Span
}

/** So many years without an open minute are taken for a calendar that never opens again. */
const patience = 30

/** Reads a calendar once, year by year as it is asked: what follows takes no more than a search. */
export function openHours(calendar: Calendar): OpenHours {
  const years = new Map<number, Year>()
  const opens = hasOpenTime(calendar)
  const yearOf = (number: number): Year => {
    const known = years.get(number)
    if (known) return known
    const made = readYear(calendar, number)
    years.set(number, made)
    return made
  }
  const add = (from: Instant, span: Span): Instant => {
    if (span <= 0) return from
    if (!opens) throw new NoOpenTime()
    let left = span
    const first = utcYear(from)
    for (let number = first; number <= first + patience; number += 1) {
      const year = yearOf(number)
      const used = number === first ? openBefore(year, from) : 0
      if (left <= year.total - used) return instantAt(year, used + left)
      left -= year.total - used
    }
    throw new NoOpenTime()
  }
  const elapsed = (from: Instant, to: Instant): Span => {
    if (to <= from) return 0
    let sum = -openBefore(yearOf(utcYear(from)), from)
    for (let number = utcYear(from); number < utcYear(to); number += 1) sum += yearOf(number).total
    return sum + openBefore(yearOf(utcYear(to)), to)
  }
  return { calendar, add, elapsed }
}

const utcYear = (at: Instant) => new Date(at).getUTCFullYear()

function readYear(calendar: Calendar, number: number): Year {
  const year: Year = { starts: [], ends: [], before: [], total: 0 }
  for (const piece of localPieces(calendar.zone, Date.UTC(number, 0, 1), Date.UTC(number + 1, 0, 1))) {
    const midnight = piece.from - piece.minuteAtStart * minute
    for (const [from, to] of hoursOn(calendar, piece.on).intervals) {
      const start = Math.max(midnight + from * minute, piece.from)
      const end = Math.min(midnight + to * minute, piece.to)
      if (end <= start) continue
      year.starts.push(start)
      year.ends.push(end)
      year.before.push(year.total)
      year.total += end - start
    }
  }
  return year
}

/** The first place whose value is not below the one sought. */
function firstNotBelow(count: number, sought: number, value: (place: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (value(middle) < sought) low = middle + 1
    else high = middle
  }
  return low
}

function openBefore({ starts, ends, before, total }: Year, at: Instant): Span {
  const place = firstNotBelow(ends.length, at, (each) => ends[each] ?? 0)
  if (place === ends.length) return total
  return (before[place] ?? 0) + Math.max(0, at - (starts[place] ?? 0))
}

function instantAt({ starts, ends, before }: Year, used: Span): Instant {
  const usedAt = (each: number) => (before[each] ?? 0) + (ends[each] ?? 0) - (starts[each] ?? 0)
  const place = firstNotBelow(ends.length, used, usedAt)
  return (starts[place] ?? 0) + used - (before[place] ?? 0)
}

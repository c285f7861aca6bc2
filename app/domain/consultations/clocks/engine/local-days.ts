import { Temporal } from 'temporal-polyfill'
import { type Calendar, type Day, day, type Instant, type Interval, minute, versionOn } from './calendar.ts'

/** A stretch of time in which a zone keeps one offset, within one local day. */
export interface LocalPiece {
  from: Instant
  to: Instant
  on: Day
  /** Minutes of wall time at `from`. */
  minuteAtStart: number
}

/** The offset of a zone at an instant, and how long it lasts (source: the time zone data of the platform, IANA). */
function offsetAt(zone: string, at: Instant): { offset: number; until: Instant } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const next = local.getTimeZoneTransition('next')
  return {
    offset: Math.round(local.offsetNanoseconds / 1e6),
    until: next ? next.epochMilliseconds : Number.POSITIVE_INFINITY,
  }
}

/**
 * The local days between two instants, cut where the clock is put forward or back: within a piece wall time runs as
 * time does. An hour that is skipped is in no piece, one that comes twice is in two.
 */
export function localPieces(zone: string, from: Instant, to: Instant): LocalPiece[] {
  const pieces: LocalPiece[] = []
  for (let at = from; at < to; ) {
    const { offset, until } = offsetAt(zone, at)
    const end = Math.min(until, to)
    while (at < end) {
      const number = Math.floor((at + offset) / day)
      const pieceEnd = Math.min((number + 1) * day - offset, end)
      pieces.push({
        from: at,
        to: pieceEnd,
        on: new Date(number * day).toISOString().slice(0, 10),
        minuteAtStart: (at + offset - number * day) / minute,
      })
      at = pieceEnd
    }
  }
  return pieces
}

/** Monday is 0. */
export function weekdayOf(on: Day): number {
  return (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
}

export interface DayHours {
  intervals: readonly Interval[]
  /** Of a holiday or a special day; empty on others. */
  name: string
}

/** What a calendar says of a day: its special hours, else those of its weekday. */
export function hoursOn(calendar: Calendar, on: Day): DayHours {
  const version = versionOn(calendar, on)
  const special = version?.days[on]
  if (special) return special
  return { intervals: version?.week[weekdayOf(on)] ?? [], name: '' }
}

/** The first instant of a day in a zone, also where the clock is put forward at midnight. */
export function startOfDay(on: Day, zone: string): Instant {
  return Temporal.PlainDate.from(on).toZonedDateTime(zone).epochMilliseconds
}

/** A calendar day without an hour: `2026-01-31`. Days compare as text. */
export type Day = string

const minute = 60_000
const day = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const made = new Intl.DateTimeFormat('en-CA', { ...parts, timeZone: zone })
  formats.set(zone, made)
  return made
}

/** The day that an instant falls on in a zone (IANA). */
export function localDay(instant: Date, zone: string): Day {
  return formatOf(zone).format(instant)
}

/** The day so many calendar days later, or earlier. */
export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** How many calendar days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day)
}

/** Of a day so many months later: the same date, or the last of a month that is too short for it. */
export function addMonths(from: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/**
 * The first instant of a day in a zone, in whole minutes. Where the clock is put forward at midnight the day begins
 * at one: it is looked for, not computed.
 */
export function startOfDay(of: Day, zone: string): Date {
  const midnight = Date.parse(`${of}T00:00:00Z`)
  // Zones lie between UTC−12 and UTC+14.
  let before = midnight / minute - 15 * 60
  let after = midnight / minute + 13 * 60
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localDay(new Date(middle * minute), zone) < of) before = middle
    else after = middle
  }
  return new Date(after * minute)
}

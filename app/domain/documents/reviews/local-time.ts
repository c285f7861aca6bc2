/** A date and time of day in a zone, as a form holds it: 2026-03-29T08:00. */
const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00)?$/

/** What the clocks of a zone show at an instant, as if it were UTC. Milliseconds. */
function wallClock(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
}

/**
 * The instant of a local date and time. Where the clocks go back and show it twice, it is the first of the two.
 * @returns 'invalid' for what is no date and time, 'skipped' for one that the clocks jump over.
 */
export function instantIn(timeZone: string, text: string): Date | 'invalid' | 'skipped' {
  const match = pattern.exec(text)
  if (!match) return 'invalid'
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1, 6).map(Number)
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  const date = new Date(wall)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) {
    return 'invalid'
  }
  // No zone is further than a day from UTC, and none changes its offset twice within two days.
  const offsets = [-86_400_000, 86_400_000].map((away) => wallClock(wall + away, timeZone) - (wall + away))
  const found = offsets
    .map((offset) => wall - offset)
    .filter((at) => wallClock(at, timeZone) === wall)
    .sort((a, b) => a - b)
  return found[0] === undefined ? 'skipped' : new Date(found[0])
}

/** An instant as the clocks of a zone show it: 2026-03-29 08:00. */
export function localText(at: Date, timeZone: string): string {
  return new Date(wallClock(at.getTime(), timeZone)).toISOString().slice(0, 16).replace('T', ' ')
}

/** The instant from which so many working days (Monday to Friday) have passed in a zone, at the same time of day. */
export function afterWorkingDays(from: Date, days: number, timeZone: string): Date {
  let at = from.getTime()
  for (let left = days; left > 0; ) {
    at += 86_400_000
    const weekday = new Date(wallClock(at, timeZone)).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return new Date(at)
}

import { addDays, type Day } from './days.ts'

const none: ReadonlySet<Day> = new Set()

/** Monday to Friday, unless it is a holiday. */
export function isWorkingDay(day: Day, holidays: ReadonlySet<Day> = none): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidays.has(day)
}

/**
 * The working day that lies so many working days before a day. With 0 it is the day itself, or the last working day
 * before it.
 */
export function workingDaysBefore(day: Day, count: number, holidays: ReadonlySet<Day> = none): Day {
  let at = day
  while (!isWorkingDay(at, holidays)) at = addDays(at, -1)
  for (let left = count; left > 0; left -= 1) {
    do at = addDays(at, -1)
    while (!isWorkingDay(at, holidays))
  }
  return at
}

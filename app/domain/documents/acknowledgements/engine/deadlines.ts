import { addDays, type Day, daysBetween, localDay, startOfDay } from './days.ts'
import { isWorkingDay, workingDaysBefore } from './working-days.ts'

/** The first instant that is too late for something with so many calendar days: the end of the last of them, in the zone. */
export function deadlineAfter(askedAt: Date, days: number, zone: string): Date {
  return endOfDay(addDays(localDay(askedAt, zone), days), zone)
}

/** The first instant after a day. */
export function endOfDay(day: Day, zone: string): Date {
  return startOfDay(addDays(day, 1), zone)
}

/** The last day on which a deadline can be met. */
export function lastDayOf(deadline: Date, zone: string): Day {
  return localDay(new Date(deadline.getTime() - 1), zone)
}

/** Calendar days until the last day: 0 on that day itself, negative afterwards. */
export function daysLeft(deadline: Date, zone: string, now: Date): number {
  return daysBetween(localDay(now, zone), lastDayOf(deadline, zone))
}

interface Reminding {
  askedAt: Date
  deadline: Date
  zone: string
  /** Working days before the last day. */
  reminderDays: readonly number[]
  /** Those that were sent. */
  sent: readonly number[]
}

/**
 * The reminder that is due now, named by its working days, or null. Each is sent once; of several that were missed the
 * last one counts, and none comes on the day of the request itself, on a day off or after the deadline.
 */
export function reminderDue(
  { askedAt, deadline, zone, reminderDays, sent }: Reminding,
  now: Date,
): number | null {
  if (now.getTime() >= deadline.getTime()) return null
  const today = localDay(now, zone)
  if (!isWorkingDay(today)) return null
  const asked = localDay(askedAt, zone)
  const last = lastDayOf(deadline, zone)
  const reached = reminderDays.filter((days) => {
    const on = workingDaysBefore(last, days)
    return on > asked && on <= today
  })
  if (reached.length === 0) return null
  const nearest = Math.min(...reached)
  return sent.some((days) => days <= nearest) ? null : nearest
}

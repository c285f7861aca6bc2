import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { Invalid } from '#app/platform/errors.ts'
import { clockPolicy } from '../policy.ts'
import { getServiceCalendar } from '../queries/calendars.server.ts'
import { clockLimits } from '../service-level.ts'
import { readICalendar } from './ical.ts'
import { type HolidayPlan, planHolidays } from './plan.ts'

/** So many years ahead repetitions are followed. */
const yearsAhead = 3

/**
 * Looks at a file of holidays and says what it would add to a calendar from today on. Stores nothing.
 * @throws Invalid for what is no calendar file, or names no whole day.
 */
export async function lookAtHolidays(actor: Actor, calendarId: string, file: unknown): Promise<HolidayPlan> {
  const calendar = await getServiceCalendar(actor, calendarId)
  authorize(clockPolicy.decide(actor))
  if (!(file instanceof Blob) || file.size === 0) throw new Invalid('file', 'common:error.required')
  if (file.size > clockLimits.holidayFile) throw new Invalid('file', 'clocks:error.fileTooLarge')
  const { today } = calendar
  const last = `${Number(today.slice(0, 4)) + yearsAhead}-12-31`
  const read = readOrRefuse(await file.text(), [today, last])
  if (read.days.length === 0 && read.leftOut.length === 0) throw new Invalid('file', 'clocks:error.noDays')
  return planHolidays(read, calendar.versions[0]?.days ?? {})
}

function readOrRefuse(text: string, range: [string, string]) {
  try {
    return readICalendar(text, range)
  } catch {
    throw new Invalid('file', 'clocks:error.noCalendarFile')
  }
}

import type { CalendarVersion } from '../engine/calendar.ts'
import type { Holiday, ReadHolidays } from './ical.ts'

/** What a file would do to a calendar. */
export interface HolidayPlan extends Pick<ReadHolidays, 'leftOut'> {
  added: Holiday[]
  /** Days that the calendar names already: they keep what it says. */
  known: Holiday[]
}

export function planHolidays({ days, leftOut }: ReadHolidays, present: CalendarVersion['days']): HolidayPlan {
  return {
    added: days.filter(({ on }) => !(on in present)),
    known: days.filter(({ on }) => on in present),
    leftOut,
  }
}

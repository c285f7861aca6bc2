import type { Calendar, Interval } from '#app/domain/consultations/clocks/engine/calendar.ts'

export const minutes = (count: number) => count * 60_000
export const hours = (count: number) => count * 3_600_000
export const utc = (text: string) => Date.parse(`${text}Z`)

export const nineToFive: Interval[] = [[540, 1020]]
export const always: Interval[] = [[0, 1440]]

/** A calendar of one version, the same hours on each of the given weekdays (Monday is 0). */
export function calendar(zone: string, days: number[], intervals: Interval[]): Calendar {
  const week = Array.from({ length: 7 }, (_, weekday) => (days.includes(weekday) ? intervals : []))
  return { zone, versions: [{ from: '2000-01-01', week, days: {} }] }
}

export const workdays = [0, 1, 2, 3, 4]
export const everyDay = [0, 1, 2, 3, 4, 5, 6]

const long: Interval[] = [
  [480, 720],
  [780, 1020],
]
const friday: Interval[] = [
  [480, 720],
  [780, 900],
]
const closed = (name: string) => ({ name, intervals: [] })

/** The calendar of facts.md §2. */
export const berlin: Calendar = {
  zone: 'Europe/Berlin',
  versions: [
    {
      from: '2000-01-01',
      week: [long, long, long, long, friday, [], []],
      days: {
        '2025-12-24': closed('Heiligabend'),
        '2025-12-25': closed('1. Weihnachtstag'),
        '2025-12-26': closed('2. Weihnachtstag'),
        '2026-01-01': closed('Neujahr'),
      },
    },
  ],
}

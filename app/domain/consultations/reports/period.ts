import { Temporal } from 'temporal-polyfill'

/** Days as 2026-01-31, both included, as the reader's calendar has them. */
export interface Period {
  from: string
  to: string
}

export const presets = ['weeks', 'month', 'lastMonth', 'quarter'] as const
export type Preset = (typeof presets)[number]

/** A report is of at most so many days. */
export const longestPeriod = 400

/** The twelve weeks (from a Monday) up to today, this month, the last one, and this quarter, up to today. */
export function presetPeriod(preset: Preset, today: string): Period {
  const day = Temporal.PlainDate.from(today)
  const first = day.with({ day: 1 })
  switch (preset) {
    case 'weeks':
      return { from: day.subtract({ days: day.dayOfWeek - 1, weeks: 11 }).toString(), to: today }
    case 'month':
      return { from: first.toString(), to: today }
    case 'lastMonth':
      return { from: first.subtract({ months: 1 }).toString(), to: first.subtract({ days: 1 }).toString() }
    case 'quarter':
      return { from: first.subtract({ months: (day.month - 1) % 3 }).toString(), to: today }
  }
}

/** The Mondays of the weeks (ISO 8601) that a period touches, in their order. */
export function weeksOf({ from, to }: Period): string[] {
  const weeks: string[] = []
  const last = Temporal.PlainDate.from(to)
  const first = Temporal.PlainDate.from(from)
  let monday = first.subtract({ days: first.dayOfWeek - 1 })
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    weeks.push(monday.toString())
    monday = monday.add({ days: 7 })
  }
  return weeks
}

/** How many days a period has; less than one where it ends before it begins. */
export function daysOf({ from, to }: Period): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days + 1
}

/** A day as it is written in an address; null for what is none. Years are those of a portal, not of a typing error. */
export function readDay(text: string): string | null {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

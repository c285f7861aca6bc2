import type { Interval } from './engine/calendar.ts'
import type { ClockKind } from './engine/cycles.ts'
import type { Urgency } from './engine/log.ts'

/** Minutes of open time, by urgency and clock; null for no promise. */
export type Targets = Record<Urgency, Record<ClockKind, number | null>>

const working = (first: number, next: number, solution: number | null) => ({
  first_response: first * 60,
  next_response: next * 60,
  solution: solution === null ? null : solution * 60,
})

/** What a new service level begins with: a proposal to change, not a promise. */
export const proposedTargets: Targets = {
  question: working(8, 16, 40),
  blocks_work: working(4, 8, 24),
  line_stopped: working(1, 2, 8),
  safety: working(1, 1, 8),
}

const officeHours: Interval[] = [
  [8 * 60, 12 * 60],
  [13 * 60, 17 * 60],
]

/** What a new calendar begins with. */
export const usualWeek: Interval[][] = [
  officeHours,
  officeHours,
  officeHours,
  officeHours,
  officeHours,
  [],
  [],
]

export const clockLimits = {
  /** Of open time. */
  mostHours: 2000,
  name: 80,
  reference: 200,
  reason: 2000,
  /** Intervals in a day. */
  mostIntervals: 6,
  /** Special days in a calendar. */
  mostDays: 600,
  /** Bytes of a file of holidays. */
  holidayFile: 500_000,
  /** Days that an agreed pause lasts at most. */
  longestPause: 365,
} as const

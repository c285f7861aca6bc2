import type { Instant } from '#app/domain/consultations/clocks/engine/calendar.ts'
import {
  type Agreement,
  type Clock,
  clocksOf,
  type Promised,
} from '#app/domain/consultations/clocks/engine/clocks.ts'
import type { LogEntry, Urgency } from '#app/domain/consultations/clocks/engine/log.ts'
import { openHours } from '#app/domain/consultations/clocks/engine/open-hours.ts'
import { calendar, hours, nineToFive, utc, workdays } from './calendars.ts'

const office = openHours(calendar('UTC', workdays, nineToFive))

export const targets = (first: number, next: number, solution: number) => ({
  first_response: hours(first),
  next_response: hours(next),
  solution: hours(solution),
})
export const usual: Promised = {
  levelId: 'usual',
  calendarId: 'office',
  hours: office,
  targets: {
    question: targets(4, 8, 24),
    blocks_work: targets(2, 4, 8),
    line_stopped: targets(1, 1, 4),
    safety: { ...targets(1, 1, 4), solution: null },
  },
  pausesWhileWaiting: true,
  pausesAsAgreed: true,
  reopening: 'continue',
  warnAtPercent: 75,
}
export const agreed = (promised: Partial<Promised> = {}): Agreement => ({
  promisedAt: () => ({ ...usual, ...promised }),
  revisions: [],
})

// Monday is the first of June.
export const on = (text: string) => utc(`2026-06-${text}`)
export const asked = (at: string, urgency: Urgency = 'question'): LogEntry => ({
  at: on(at),
  kind: 'asked',
  urgency,
})
export const later = (at: string, kind: LogEntry['kind'], more: Partial<LogEntry> = {}): LogEntry => ({
  at: on(at),
  kind,
  ...more,
})

export function derive(log: LogEntry[], now: string, agreement = agreed()): Record<string, Clock> {
  const clocks = clocksOf(log, agreement, on(now))
  return Object.fromEntries(clocks.map((clock) => [`${clock.kind} ${clock.cycle}`, clock]))
}
export const text = (at: Instant | null | undefined) =>
  at == null ? null : new Date(at).toISOString().slice(8, 16)

import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Calendar, CalendarVersion, Day, Instant } from './engine/calendar.ts'
import { minute } from './engine/calendar.ts'
import type { Agreement, Promised } from './engine/clocks.ts'
import type { ClockKind, Reopening } from './engine/cycles.ts'
import { startOfDay } from './engine/local-days.ts'
import { type Urgency, urgencies } from './engine/log.ts'
import { type OpenHours, openHours } from './engine/open-hours.ts'
import type { Targets } from './service-level.ts'

/** What was decided at an instant, and whether clocks that ran already follow it. */
interface Decision {
  id: string
  effectiveOn: Day
  movesOpen: boolean
  decidedAt: Instant
}

export interface DecidedCalendar {
  id: string
  name: string
  timeZone: string
  /** In the order in which they take effect. */
  versions: (Decision & Pick<CalendarVersion, 'week' | 'days'>)[]
}

export interface DecidedLevel extends Decision {
  accountId: string | null
  function: MemberFunction | null
  calendarId: string
  pausesWhileWaiting: boolean
  pausesAsAgreed: boolean
  reopening: Reopening
  warnAtPercent: number
  targets: Targets
}

/** Versions never change, so that what was read of them holds for good. */
const read = new Map<string, OpenHours>()
const mostRead = 200

function hoursOf({ timeZone, versions }: Pick<DecidedCalendar, 'timeZone' | 'versions'>): OpenHours {
  const key = [timeZone, ...versions.map(({ id }) => id)].join(' ')
  const known = read.get(key)
  if (known) return known
  const calendar: Calendar = {
    zone: timeZone,
    versions: versions.map(({ effectiveOn, week, days }) => ({ from: effectiveOn, week, days })),
  }
  const made = openHours(calendar)
  if (read.size >= mostRead) read.clear()
  read.set(key, made)
  return made
}

/** Whether a calendar is open at an instant, by what was decided up to now. */
export function isOpenAt(calendar: DecidedCalendar, at: Instant): boolean {
  return hoursOf(calendar).elapsed(at, at + 1) > 0
}

/**
 * What a supplier has promised, for an account and a function. A decision holds for the clocks that start after it; for
 * those that run already if it says so; never for those that ended before it.
 */
export function agreementsOf(calendars: readonly DecidedCalendar[], levels: readonly DecidedLevel[]) {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  const begins = new Map(
    levels.map((level) => [
      level.id,
      startOfDay(level.effectiveOn, byId.get(level.calendarId)?.timeZone ?? 'UTC'),
    ]),
  )
  const made = new Map<string, Agreement>()
  return (accountId: string, fn: MemberFunction): Agreement => {
    const key = `${accountId} ${fn}`
    const known = made.get(key)
    if (known) return known
    const agreement = agreementOf(byId, narrowestFirst(levels, accountId, fn), begins)
    made.set(key, agreement)
    return agreement
  }
}

/** Those that concern it: the account's own before the general ones, of these the function's, of these the newest. */
function narrowestFirst(levels: readonly DecidedLevel[], accountId: string, fn: MemberFunction) {
  const rank = (level: DecidedLevel) => (level.accountId ? 2 : 0) + (level.function ? 1 : 0)
  return levels
    .filter((level) => (level.accountId ?? accountId) === accountId && (level.function ?? fn) === fn)
    .toSorted(
      (a, b) => rank(b) - rank(a) || b.effectiveOn.localeCompare(a.effectiveOn) || (a.id < b.id ? 1 : -1),
    )
}

type Calendars = Map<string, DecidedCalendar>
/** When each level begins to hold, by its id. */
type Begins = Map<string, Instant>

function agreementOf(calendars: Calendars, levels: DecidedLevel[], begins: Begins): Agreement {
  const beginOf = (level: DecidedLevel) => begins.get(level.id) ?? 0
  /** When a level takes hold of clocks that run already. */
  const revisionOf = (level: DecidedLevel) => Math.max(level.decidedAt, beginOf(level))
  const holds = (level: DecidedLevel, startedAt: Instant, knownAt: Instant) =>
    (level.decidedAt <= startedAt && beginOf(level) <= startedAt) ||
    (level.movesOpen && revisionOf(level) <= knownAt)
  const promised = onceEach()
  const used = [...new Set(levels.map(({ calendarId }) => calendarId))]
  const changed = used.flatMap((id) => calendars.get(id)?.versions ?? []).filter(({ movesOpen }) => movesOpen)
  const revisions = [
    ...levels.filter(({ movesOpen }) => movesOpen).map(revisionOf),
    ...changed.map(({ decidedAt }) => decidedAt),
  ]
  return {
    revisions: [...new Set(revisions)].sort((a, b) => a - b),
    promisedAt: (startedAt, knownAt) => {
      const level = levels.find((each) => holds(each, startedAt, knownAt))
      const calendar = level && calendars.get(level.calendarId)
      if (!calendar) return null
      const versions = calendar.versions.filter(
        ({ decidedAt, movesOpen }) => decidedAt <= startedAt || (movesOpen && decidedAt <= knownAt),
      )
      return promised(level, hoursOf({ ...calendar, versions }))
    },
  }
}

/** The same level and hours are asked for by every clock: what they make is made once. */
function onceEach(): (level: DecidedLevel, hours: OpenHours) => Promised {
  const made = new Map<DecidedLevel, Map<OpenHours, Promised>>()
  return (level, hours) => {
    const byHours = made.get(level) ?? new Map<OpenHours, Promised>()
    made.set(level, byHours)
    const known = byHours.get(hours) ?? promisedBy(level, hours)
    byHours.set(hours, known)
    return known
  }
}

function promisedBy(level: DecidedLevel, hours: OpenHours): Promised {
  const { id: levelId, calendarId, pausesWhileWaiting, pausesAsAgreed, reopening, warnAtPercent } = level
  const inTime = (targets: Record<ClockKind, number | null>) =>
    Object.fromEntries(
      Object.entries(targets).map(([kind, count]) => [kind, count === null ? null : count * minute]),
    ) as Record<ClockKind, number | null>
  const targets = Object.fromEntries(
    urgencies.map((urgency) => [urgency, inTime(level.targets[urgency])]),
  ) as Promised['targets'] & Record<Urgency, unknown>
  return { levelId, calendarId, hours, targets, pausesWhileWaiting, pausesAsAgreed, reopening, warnAtPercent }
}

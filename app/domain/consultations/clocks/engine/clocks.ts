import { type Instant, NoOpenTime, type Span } from './calendar.ts'
import { type ClockKind, type Cycle, cyclesIn, type Reopening } from './cycles.ts'
import { type LogEntry, type NamedPause, pausesIn, type Urgency, urgencyAt } from './log.ts'
import type { OpenHours } from './open-hours.ts'
import { countedBetween, dueAfter, mergePauses, type Pause } from './pauses.ts'

/** What was promised, as it is known at an instant. Targets in milliseconds of open time; null for no promise. */
export interface Promised {
  levelId: string
  calendarId: string
  hours: OpenHours
  targets: Record<Urgency, Record<ClockKind, Span | null>>
  pausesWhileWaiting: boolean
  pausesAsAgreed: boolean
  reopening: Reopening
  /** The share of a target after which its people are warned, in per cent. */
  warnAtPercent: number
}

export interface Agreement {
  /** What holds for a clock that started at an instant, by what had been decided for it until another. */
  promisedAt: (startedAt: Instant, knownAt: Instant) => Promised | null
  /** When calendars or policies were changed for clocks that ran already, in their order. */
  revisions: readonly Instant[]
}

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'merged'

export interface Clock extends Cycle {
  urgency: Urgency
  promised: Promised
  target: Span
  state: ClockState
  /** Null while a pause lasts. Of a breached one the instant at which it was breached by its terms of that time. */
  dueAt: Instant | null
  warnAt: Instant | null
  /** The first instant at which it was late. Stays, whatever comes later. */
  breachedAt: Instant | null
  /** Open time used until it stopped, or until now. */
  counted: Span
  /** When a pause ends that lasts at present and has an end. */
  resumesAt: Instant | null
}

/**
 * The clocks of a consultation, worked out of what happened to it. The same log and agreement give the same clocks,
 * whoever asks. A clock whose urgency or terms change is counted from its start with its new target; a breach that
 * happened before stays one. Met at the very instant at which it is due.
 */
export function clocksOf(log: readonly LogEntry[], agreement: Agreement, now: Instant): Clock[] {
  const asked = log.find(({ kind }) => kind === 'asked')
  if (!asked) return []
  // What reopening means was said when it was asked: runs that ended are not counted otherwise later.
  const atFirst = agreement.promisedAt(asked.at, asked.at) ?? agreement.promisedAt(asked.at, now)
  const reopening = atFirst?.reopening ?? 'new_cycle'
  const pauses = pausesIn(log)
  return cyclesIn(log, reopening).flatMap((cycle) => {
    const clock = clockOf({ cycle, log, pauses, agreement }, now)
    return clock ? [clock] : []
  })
}

interface Known {
  cycle: Cycle
  log: readonly LogEntry[]
  pauses: readonly NamedPause[]
  agreement: Agreement
}

interface Stage {
  promised: Promised
  urgency: Urgency
  target: Span
  dueAt: Instant | null
}

function clockOf(known: Known, now: Instant): Clock | null {
  const { cycle } = known
  const end = cycle.stoppedAt ?? now
  let last: Stage | null = null
  let breachedAt: Instant | null = null
  const starts = stagesOf(known, end)
  for (const [place, at] of starts.entries()) {
    last = stageOf(known, at)
    const until = starts[place + 1] ?? end
    if (last?.dueAt != null && last.dueAt < until) {
      breachedAt = Math.max(last.dueAt, at)
      break
    }
  }
  return last && finish(known, { ...last, breachedAt }, now)
}

/** When what is promised for a run may have changed: at its start, with the urgency, and when terms were revised. */
function stagesOf({ cycle, log, agreement }: Known, end: Instant): Instant[] {
  const changes = log.filter(({ kind }) => kind === 'urgency').map(({ at }) => at)
  // What changes at this very instant counts already, except for a run that stops at it.
  const isIn = (at: Instant) =>
    at > cycle.startedAt && (cycle.stoppedAt === null ? at <= end : at < cycle.stoppedAt)
  const later = [...changes, ...agreement.revisions].filter(isIn)
  return [cycle.startedAt, ...new Set(later.toSorted((a, b) => a - b))]
}

function stageOf(known: Known, at: Instant): Stage | null {
  const { cycle, log, agreement } = known
  const promised = agreement.promisedAt(cycle.startedAt, at)
  const urgency = urgencyAt(log, at)
  const target = promised?.targets[urgency][cycle.kind]
  if (!promised || target == null) return null
  return { promised, urgency, target, dueAt: dueOr(promised, cycle.startedAt, target, known) }
}

/** A calendar that lost its hours makes nothing due. */
function dueOr(promised: Promised, from: Instant, target: Span, known: Known): Instant | null {
  try {
    return dueAfter(promised.hours, { from, target }, pausesFor(promised, known))
  } catch (error) {
    if (error instanceof NoOpenTime) return null
    throw error
  }
}

/** What stops a run from counting, by its kind and the policy, as it concerns the arithmetic. */
function pausesFor(promised: Promised, known: Known): Pause[] {
  return mergePauses(namedPausesFor(promised, known.cycle, known.pauses))
}

/** The same with their reasons: waiting and answers that were not accepted stop a solution alone. */
export function namedPausesFor(
  { pausesWhileWaiting, pausesAsAgreed }: Promised,
  { kind, startedAt }: Cycle,
  pauses: readonly NamedPause[],
): NamedPause[] {
  return pauses.filter(({ why, to }) => {
    if (to !== null && to <= startedAt) return false
    if (why === 'paused') return pausesAsAgreed
    // An answer that stands ends the run; one that was reopened is a gap in a run that goes on.
    return kind === 'solution' && (why === 'waiting' ? pausesWhileWaiting : to !== null)
  })
}

function finish(known: Known, stage: Stage & { breachedAt: Instant | null }, now: Instant): Clock {
  const { cycle } = known
  const { promised, target, breachedAt, dueAt } = stage
  const pauses = pausesFor(promised, known)
  const present =
    cycle.stoppedAt === null ? pauses.find(({ from, to }) => from <= now && (to ?? now + 1) > now) : undefined
  const warned = Math.round((target * promised.warnAtPercent) / 100)
  const isShown = !present || breachedAt !== null
  return {
    kind: cycle.kind,
    cycle: cycle.cycle,
    startedAt: cycle.startedAt,
    stoppedAt: cycle.stoppedAt,
    urgency: stage.urgency,
    promised,
    target,
    breachedAt,
    state: stateOf(cycle, breachedAt, present !== undefined),
    dueAt: isShown ? dueAt : null,
    // Of a run that has ended nobody is warned.
    warnAt: isShown && cycle.stoppedAt === null ? dueOr(promised, cycle.startedAt, warned, known) : null,
    counted: countedBetween(promised.hours, [cycle.startedAt, cycle.stoppedAt ?? now], pauses),
    resumesAt: present?.to ?? null,
  }
}

function stateOf({ stoppedAt, isMerged }: Cycle, breachedAt: Instant | null, isPaused: boolean): ClockState {
  if (breachedAt !== null) return 'breached'
  if (stoppedAt !== null) return isMerged ? 'merged' : 'met'
  return isPaused ? 'paused' : 'running'
}

import type { Instant } from './calendar.ts'
import { type LogEntry, mergedSince } from './log.ts'

export const clockKinds = ['first_response', 'next_response', 'solution'] as const
export type ClockKind = (typeof clockKinds)[number]

export const reopenings = ['continue', 'new_cycle'] as const
export type Reopening = (typeof reopenings)[number]

/** One run of a clock, from what started it to what stopped it. */
export interface Cycle {
  kind: ClockKind
  /** Counted from 1 for each kind. */
  cycle: number
  startedAt: Instant
  stoppedAt: Instant | null
  /** Whether it ended because the consultation goes on in another one. */
  isMerged?: boolean
}

/**
 * The runs that a log tells of (facts.md §2). First response: from the question to the supplier's first words that both
 * sides read. Next response: from the oldest unanswered message of the customer after that. Solution: from the question
 * to the answer; reopening goes on with the same run or begins another, as the policy says. What was accepted or closed
 * waits for nothing; what runs when it is merged into another one ends with that.
 */
export function cyclesIn(log: readonly LogEntry[], reopening: Reopening): Cycle[] {
  const mergedAt = mergedSince(log)
  const cycles = [...firstResponse(log), ...nextResponses(log), ...solutions(log, reopening)]
  if (mergedAt === null) return cycles
  return cycles.map((cycle) =>
    cycle.stoppedAt === null ? { ...cycle, stoppedAt: mergedAt, isMerged: true } : cycle,
  )
}

const isReply = ({ kind }: LogEntry) =>
  kind === 'supplier' || kind === 'answered' || kind === 'waiting' || kind === 'paused'

/** After it nothing is waited for. */
const isEnd = ({ kind }: Pick<LogEntry, 'kind'>) => kind === 'accepted' || kind === 'closed'

function firstResponse(log: readonly LogEntry[]): Cycle[] {
  const asked = log.find(({ kind }) => kind === 'asked')
  if (!asked) return []
  const stoppedAt = log.find((entry) => isReply(entry) || isEnd(entry))?.at ?? null
  return [{ kind: 'first_response', cycle: 1, startedAt: asked.at, stoppedAt }]
}

function nextResponses(log: readonly LogEntry[]): Cycle[] {
  const cycles: Cycle[] = []
  let isAnswered = false
  let isAccepted = false
  let since: Instant | null = null
  const stop = (stoppedAt: Instant | null) => {
    if (since === null) return
    cycles.push({ kind: 'next_response', cycle: cycles.length + 1, startedAt: since, stoppedAt })
    since = null
  }
  for (const entry of log) {
    if (entry.kind === 'reopened' || entry.kind === 'lapsed') isAccepted = false
    if (isReply(entry)) {
      isAnswered = true
      stop(entry.at)
    } else if (isEnd(entry)) {
      isAccepted = true
      stop(entry.at)
    } else if (entry.kind === 'customer' || entry.kind === 'reopened') {
      if (isAnswered && !isAccepted) since ??= entry.at
    }
  }
  stop(null)
  return cycles
}

function solutions(log: readonly LogEntry[], reopening: Reopening): Cycle[] {
  const cycles: Cycle[] = []
  for (const { kind, at } of log) {
    const last = cycles.at(-1)
    const isOpenAgain = kind === 'reopened' || kind === 'lapsed'
    if (kind === 'asked' || (isOpenAgain && last?.stoppedAt != null && reopening === 'new_cycle')) {
      cycles.push({ kind: 'solution', cycle: cycles.length + 1, startedAt: at, stoppedAt: null })
    } else if (isOpenAgain && last) last.stoppedAt = null
    // A better answer in the place of one that was given does not make the first one later.
    else if ((kind === 'answered' || isEnd({ kind })) && last) last.stoppedAt ??= at
  }
  return cycles
}

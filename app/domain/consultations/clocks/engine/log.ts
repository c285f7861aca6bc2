import type { Instant } from './calendar.ts'
import type { Pause } from './pauses.ts'

export const urgencies = ['question', 'blocks_work', 'line_stopped', 'safety'] as const
export type Urgency = (typeof urgencies)[number]

/**
 * What moves a clock, in the words of both sides: `customer` and `supplier` wrote for both sides to read, `waiting` and
 * `paused` are questions and pauses by the supplier, `resumed` ends both. What `lapsed` is open again without anybody's word;
 * `closed` ended without an answer. What is `merged` goes on elsewhere, until it is `unmerged`. `reassigned` is that somebody
 * else at the supplier has it now; it moves no clock.
 */
export type LogKind =
  | 'asked'
  | 'customer'
  | 'supplier'
  | 'answered'
  | 'accepted'
  | 'reopened'
  | 'lapsed'
  | 'closed'
  | 'waiting'
  | 'paused'
  | 'resumed'
  | 'urgency'
  | 'merged'
  | 'unmerged'
  | 'reassigned'

export interface LogEntry {
  at: Instant
  kind: LogKind
  /** Of `asked` and `urgency`. */
  urgency?: Urgency
  /** Of `paused`: when it ends by itself; null for not before somebody ends it. */
  until?: Instant | null
}

/** Why time does not count: the customer was asked something, a pause was agreed, an answer lay with the customer. */
export interface NamedPause extends Pause {
  why: 'waiting' | 'paused' | 'answered'
}

const endsWaiting: readonly LogKind[] = ['customer', 'reopened', 'accepted', 'answered', 'resumed', 'closed']
const endsPause: readonly LogKind[] = ['resumed', 'reopened', 'accepted', 'answered', 'closed']

/** The pauses that a log tells of, in their order; they may overlap. `answered` is from an answer, or from closing, to the reopening. */
export function pausesIn(log: readonly LogEntry[]): NamedPause[] {
  return log.flatMap((entry, place): NamedPause[] => {
    const next = (kinds: readonly LogKind[]) =>
      log.slice(place + 1).find(({ kind }) => kinds.includes(kind))?.at ?? null
    const from = entry.at
    if (entry.kind === 'waiting') return [{ from, to: next(endsWaiting), why: 'waiting' }]
    if (entry.kind === 'paused') {
      const ended = next(endsPause)
      const until = entry.until ?? null
      const to = ended !== null && until !== null ? Math.min(ended, until) : (ended ?? until)
      return [{ from, to, why: 'paused' }]
    }
    if (entry.kind === 'answered' || entry.kind === 'closed')
      return [{ from, to: next(['reopened', 'lapsed']), why: 'answered' }]
    return []
  })
}

/** Since when it goes on in another consultation; null where it does not. */
export function mergedSince(log: readonly LogEntry[]): Instant | null {
  const last = log.findLast(({ kind }) => kind === 'merged' || kind === 'unmerged')
  return last?.kind === 'merged' ? last.at : null
}

/** How urgent it was said to be at an instant. */
export function urgencyAt(log: readonly LogEntry[], at: Instant): Urgency {
  return log.findLast((entry) => entry.at <= at && entry.urgency !== undefined)?.urgency ?? 'question'
}

import type { Instant, Span } from './calendar.ts'
import type { Agreement } from './clocks.ts'
import type { LogEntry } from './log.ts'
import { pausesIn } from './log.ts'
import type { OpenHours } from './open-hours.ts'
import { countedBetween, mergePauses } from './pauses.ts'

/** How a consultation went between the two sides. Spans in milliseconds of open time. */
export interface Course {
  /** Whose turn it is; null once nobody waits for anybody any more. */
  turn: 'supplier' | 'customer' | null
  /** How often the turn went to the customer, and back to the supplier. */
  toCustomer: number
  toSupplier: number
  /** How often somebody at the supplier had it instead of somebody else. */
  reassignments: number
  /** By the customer's word: what lapsed is none of them. */
  reopenings: number
  /** Whether it ever had an answer, or was closed. */
  wasAnswered: boolean
  /** How long the customer waited for the supplier, in turns that are over; null where no hours are promised. */
  atSupplier: Span | null
  /** And the supplier for the customer. */
  atCustomer: Span | null
}

/** A turn, and what gave it: a question back ends with the customer's next message, an answer does not. */
interface Turn {
  side: Course['turn']
  by: LogEntry['kind']
}

/**
 * Who waited for whom. It is the supplier's turn from the question on; the customer's from a question back until the
 * customer writes, and from an answer until it is accepted, closed or reopened. So the states of a consultation say it as well
 * (consultations/moves.ts). Time counts in the hours that are promised at present, without agreed pauses; the turn that
 * lasts is not counted, or the same log would give another result each minute. Of an empty log nothing happened.
 * @param now as the agreement is known; no clock is asked.
 */
export function courseOf(log: readonly LogEntry[], agreement: Agreement, now: Instant): Course {
  const asked = log.find(({ kind }) => kind === 'asked')
  const hours = (asked && agreement.promisedAt(asked.at, now)?.hours) ?? null
  const turns = turnsIn(log)
  const passed = (from: Course['turn'], to: Course['turn']) =>
    turns.filter(({ side }, place) => side === to && turns[place - 1]?.side === from).length
  const count = (kind: LogEntry['kind']) => log.filter((entry) => entry.kind === kind).length
  return {
    turn: turns.at(-1)?.side ?? null,
    toCustomer: passed('supplier', 'customer'),
    toSupplier: passed('customer', 'supplier'),
    reassignments: count('reassigned'),
    reopenings: count('reopened'),
    wasAnswered: log.some(({ kind }) => kind === 'answered' || kind === 'accepted' || kind === 'closed'),
    atSupplier: hours && openTimeOf(turns, log, { side: 'supplier', hours }),
    atCustomer: hours && openTimeOf(turns, log, { side: 'customer', hours }),
  }
}

type Dated = Turn & { from: Instant }

/** The turns in their order; one that goes on is one. */
function turnsIn(log: readonly LogEntry[]): Dated[] {
  const turns: Dated[] = []
  let beforeMerge: Turn | null = null
  for (const { at, kind } of log) {
    const present: Turn | null = turns.at(-1) ?? null
    if (kind === 'merged') beforeMerge = present
    const next: Turn | null = kind === 'unmerged' ? beforeMerge : turnAfter(kind, present)
    if (!next) continue
    if (next.side !== present?.side) turns.push({ ...next, from: at })
    else if (present) present.by = next.by
  }
  return turns
}

/** The turn that an entry gives; null where it changes nothing. */
function turnAfter(kind: LogEntry['kind'], present: Turn | null): Turn | null {
  const isAskedBack = present?.side === 'customer' && present.by === 'waiting'
  const isAnswered = present?.side === 'customer' && !isAskedBack
  switch (kind) {
    case 'asked':
    case 'reopened':
    case 'lapsed':
      return { side: 'supplier', by: kind }
    case 'waiting':
      return isAnswered ? null : { side: 'customer', by: kind }
    case 'answered':
      return { side: 'customer', by: kind }
    case 'accepted':
    case 'closed':
    case 'merged':
      return { side: null, by: kind }
    case 'customer':
    case 'resumed':
      return isAskedBack ? { side: 'supplier', by: kind } : null
    default:
      return null
  }
}

/** Open time of the turns of a side that are over. */
function openTimeOf(
  turns: readonly Dated[],
  log: readonly LogEntry[],
  { side, hours }: { side: Course['turn']; hours: OpenHours },
): Span {
  const agreed = mergePauses(pausesIn(log).filter(({ why }) => why === 'paused'))
  return turns.reduce((sum, turn, place) => {
    const to = turns[place + 1]?.from
    if (turn.side !== side || to === undefined) return sum
    return sum + countedBetween(hours, [turn.from, to], agreed)
  }, 0)
}

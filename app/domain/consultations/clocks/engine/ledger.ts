import { type Calendar, type Instant, minute, type Span } from './calendar.ts'
import type { LedgerLabel } from './ledger-labels.ts'
import { hoursOn, localPieces } from './local-days.ts'
import type { NamedPause } from './log.ts'

export interface LedgerEntry {
  from: Instant
  to: Instant
  label: LedgerLabel
  /** Of the holiday or special day, empty on others. */
  name: string
}

/**
 * Every instant of a run under one label, without a gap: outside the hours it is closed (or a holiday, where the day has
 * none because it is one), inside them it counts or is paused. What is counted adds up to the open time of the run.
 */
export function ledgerOf(
  calendar: Calendar,
  run: readonly [Instant, Instant],
  pauses: readonly NamedPause[],
): LedgerEntry[] {
  const [from, to] = run
  const entries: LedgerEntry[] = []
  const push = (entry: LedgerEntry) => {
    const last = entries.at(-1)
    if (last && last.label === entry.label && last.name === entry.name) last.to = entry.to
    else if (entry.to > entry.from) entries.push(entry)
  }
  for (const stretch of stretchesOf(calendar, from, to)) {
    if (stretch.isOpen) for (const entry of withPauses(stretch, pauses, to)) push(entry)
    else
      push({
        from: stretch.from,
        to: stretch.to,
        label: stretch.isHoliday ? 'holiday' : 'closed',
        name: stretch.name,
      })
  }
  return entries
}

interface Stretch {
  from: Instant
  to: Instant
  isOpen: boolean
  isHoliday: boolean
  name: string
}

/** The time between two instants, cut at every opening and closing and at every midnight of the zone. */
function stretchesOf(calendar: Calendar, from: Instant, to: Instant): Stretch[] {
  return localPieces(calendar.zone, from, to).flatMap((piece) => {
    const { intervals, name } = hoursOn(calendar, piece.on)
    const midnight = piece.from - piece.minuteAtStart * minute
    const marks = intervals.flat().map((each) => midnight + each * minute)
    const inside = marks.filter((mark) => mark > piece.from && mark < piece.to)
    const cuts = [piece.from, ...new Set(inside.toSorted((a, b) => a - b)), piece.to]
    return cuts.slice(0, -1).map((start, place): Stretch => {
      const wall = (start - midnight) / minute
      const isOpen = intervals.some(([opens, closes]) => opens <= wall && wall < closes)
      const isHoliday = name !== '' && intervals.length === 0
      return { from: start, to: cuts[place + 1] ?? piece.to, isOpen, isHoliday, name: isHoliday ? name : '' }
    })
  })
}

/** Where two pauses overlap the time is said to be the agreed one. */
const rank: Record<NamedPause['why'], number> = { paused: 0, waiting: 1, answered: 2 }

function withPauses({ from, to }: Stretch, pauses: readonly NamedPause[], end: Instant): LedgerEntry[] {
  const marks = pauses.flatMap((pause) => [pause.from, pause.to ?? end]).filter((at) => at > from && at < to)
  const cuts = [from, ...new Set(marks.toSorted((a, b) => a - b)), to]
  return cuts.slice(0, -1).map((start, place): LedgerEntry => {
    const why = pauses
      .filter((pause) => pause.from <= start && (pause.to === null || pause.to > start))
      .toSorted((a, b) => rank[a.why] - rank[b.why])[0]?.why
    const label = why === undefined ? 'counted' : why === 'paused' ? 'paused' : 'waiting'
    return { from: start, to: cuts[place + 1] ?? to, label, name: '' }
  })
}

/** How much time lies under each label. */
export function totalsOf(entries: readonly LedgerEntry[]): Record<LedgerLabel, Span> {
  const totals: Record<LedgerLabel, Span> = { counted: 0, closed: 0, holiday: 0, waiting: 0, paused: 0 }
  for (const { from, to, label } of entries) totals[label] += to - from
  return totals
}

import { type Day, type Instant, minute } from './calendar.ts'
import type { LedgerEntry } from './ledger.ts'
import { localPieces, startOfDay } from './local-days.ts'

/** A local day of a ledger. On the days of the change of the clock it is an hour shorter or longer. */
export interface LedgerDay {
  on: Day
  from: Instant
  /** Minutes from its first instant to that of the next day. */
  length: number
  entries: LedgerEntry[]
}

/** A ledger cut at each midnight of a zone, the first day first. */
export function ledgerDays(entries: readonly LedgerEntry[], zone: string): LedgerDay[] {
  const first = entries[0]
  const last = entries.at(-1)
  if (!first || !last) return []
  const days = new Map<Day, LedgerDay>()
  for (const { on } of localPieces(zone, first.from, last.to)) {
    if (days.has(on)) continue
    const from = startOfDay(on, zone)
    days.set(on, { on, from, length: (startOfDay(dayAfter(on), zone) - from) / minute, entries: [] })
  }
  for (const day of days.values()) {
    const end = day.from + day.length * minute
    for (const entry of entries) {
      const from = Math.max(entry.from, day.from)
      const to = Math.min(entry.to, end)
      if (to > from) day.entries.push({ ...entry, from, to })
    }
  }
  return [...days.values()]
}

const dayAfter = (on: Day): Day =>
  new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

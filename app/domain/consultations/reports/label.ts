import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Urgency } from '../clocks/engine/log.ts'
import type { Breakdown, ReportRow } from './report.ts'

/** The words of the reader for what a row is of, where they are not its name: weeks are days. */
export function rowLabel(
  by: Breakdown,
  { key, name }: Pick<ReportRow, 'key' | 'name'>,
  words: { nobody: string; function: (of: MemberFunction) => string; urgency: (of: Urgency) => string },
): string {
  if (by === 'function') return words.function(key as MemberFunction)
  if (by === 'urgency') return words.urgency(key as Urgency)
  if (by === 'week') return key
  return key === '' ? words.nobody : name
}

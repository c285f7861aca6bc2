import type { Instant, Span } from './calendar.ts'
import type { OpenHours } from './open-hours.ts'

/** Time that does not count, half-open; without an end while it lasts. */
export interface Pause {
  from: Instant
  to: Instant | null
}

/** In their order, and as one where they overlap or touch. */
export function mergePauses(pauses: readonly Pause[]): Pause[] {
  const merged: Pause[] = []
  for (const { from, to } of pauses.toSorted((a, b) => a.from - b.from)) {
    if (to !== null && to <= from) continue
    const last = merged.at(-1)
    if (!last || (last.to !== null && last.to < from)) merged.push({ from, to })
    else if (last.to !== null) last.to = to === null ? null : Math.max(last.to, to)
  }
  return merged
}

/** Open time between two instants that lies in no pause. The pauses are merged. */
export function countedBetween(
  hours: OpenHours,
  run: readonly [Instant, Instant],
  pauses: readonly Pause[],
): Span {
  const [from, to] = run
  const paused = pauses.map((pause) =>
    hours.elapsed(Math.max(from, pause.from), Math.min(to, pause.to ?? to)),
  )
  return hours.elapsed(from, to) - paused.reduce((sum, each) => sum + each, 0)
}

/**
 * When a target is used up: on each resuming what is left of it is added anew (facts.md §2). Null when that is not
 * known, because a pause lasts. The pauses are merged.
 * @throws NoOpenTime
 */
export function dueAfter(
  hours: OpenHours,
  { from, target }: { from: Instant; target: Span },
  pauses: readonly Pause[],
): Instant | null {
  let at = from
  let left = target
  for (const pause of pauses) {
    if (left === 0) return at
    if (pause.to !== null && pause.to <= at) continue
    const counted = hours.elapsed(at, pause.from)
    if (left <= counted) return hours.add(at, left)
    left -= counted
    if (pause.to === null) return null
    at = Math.max(at, pause.to)
  }
  return hours.add(at, left)
}

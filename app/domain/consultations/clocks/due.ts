import type { ClockState } from './engine/clocks.ts'
import type { ClockKind } from './engine/cycles.ts'

/** A clock that has not stopped, as lists and threads show it. While it is paused nothing is due. */
export interface Due {
  kind: ClockKind
  state: ClockState
  dueAt: Date | null
}

/** Of those that have not stopped the one that is due first; one that waits only where nothing else runs. */
export function nextDue(clocks: readonly Due[]): Due | null {
  const [first] = clocks.toSorted(
    (a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity),
  )
  return first ?? null
}

import { Conflict } from '#app/platform/errors.ts'

/** For each state the states that may follow it. */
export type Transitions<Status extends string> = Record<Status, readonly Status[]>

/**
 * Refuses a step that the life of the record does not know.
 * @throws Conflict with the key `common:error.transition`.
 */
export function requireTransition<Status extends string>(
  transitions: Transitions<Status>,
  from: Status,
  to: Status,
): void {
  if (!transitions[from].includes(to)) throw new Conflict('common:error.transition')
}

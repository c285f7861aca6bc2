import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For routes whose page holds something that was typed: after an action that could not be sent (it answers
 * `{ failure }`) nothing is loaded again, because that would fail as well and take the page away.
 */
export const keepPageAfterFailure: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  isFailure(actionResult) ? false : defaultShouldRevalidate

function isFailure(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'failure' in result
}

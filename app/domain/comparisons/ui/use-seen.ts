import type { SubmissionResult } from '@conform-to/react'
import { useEffect, useRef, useState } from 'react'

interface Told {
  lastResult?: SubmissionResult<string[]> | null
  /** Whether what the page shows has been loaded again after the answer. */
  isIdle: boolean
}

/**
 * The state that a person saw when a form was opened. Pages load again by themselves while one types, and sending then
 * must not pass over what somebody else did in the meantime. Once a conflict told of it, the present state is seen.
 */
export function useSeen<State>(current: State, { lastResult, isIdle }: Told): State {
  const [seen, setSeen] = useState(current)
  const answered = useRef(lastResult)
  useEffect(() => {
    if (!isIdle || lastResult === answered.current) return
    answered.current = lastResult
    if (lastResult?.error?.['']) setSeen(current)
  }, [lastResult, isIdle, current])
  return seen
}

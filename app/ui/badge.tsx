import type { ReactNode } from 'react'
import type { Tone } from './types.ts'

/** A short word or count. For the state of a record use StatusBadge, which also has a shape. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {children}
    </span>
  )
}

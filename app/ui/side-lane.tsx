import Lock from 'lucide-react/icons/lock'
import type { ReactNode } from 'react'
import type { Side } from './types.ts'

interface SideLaneProps {
  side: Side
  /** Who can read what stands in this lane, in words. */
  readers: ReactNode
  children: ReactNode
}

/** A tinted lane for what is private to one side; it says who reads it before one types into it. */
export function SideLane({ side, readers, children }: SideLaneProps) {
  return (
    <div className="ui-lane" data-side={side}>
      <p className="ui-lane-readers">
        <Lock size={14} />
        <span>{readers}</span>
      </p>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'

/** A hairline box. Most things need none: prefer Section. */
export function Card({ children }: { children: ReactNode }) {
  return <div className="ui-card">{children}</div>
}

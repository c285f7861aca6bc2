import { Drawing } from './drawing.tsx'
import type { Side } from './types.ts'

const shapes: Record<Side, { __html: string }> = {
  supplier: { __html: '<rect x="0.75" y="0.75" width="8.5" height="8.5" rx="1.5" fill="currentColor"/>' },
  customer: {
    __html:
      '<path d="M5 1.1 8.9 5 5 8.9 1.1 5z" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/>',
  },
}

/** The mark of a side: the supplier's is a filled square, the customer's an open diamond. */
export function SideShape({ side }: { side: Side }) {
  return <Drawing inside={shapes[side]} width="10" height="10" viewBox="0 0 10 10" />
}

interface SideMarkProps {
  side: Side
  name: string
  isNameHidden?: boolean
}

/** Colour is never the only sign of a side: it has its shape and its name as well. */
export function SideMark({ side, name, isNameHidden }: SideMarkProps) {
  return (
    <span className="ui-side" data-side={side} title={isNameHidden ? name : undefined}>
      <SideShape side={side} />
      <span className={isNameHidden ? 'sr-only' : undefined}>{name}</span>
    </span>
  )
}

import type { ReactNode } from 'react'
import { Drawing } from './drawing.tsx'
import type { Tone } from './types.ts'

/** The shape says how far a thing is, without colour: not begun … done, or stopped. */
export type StatusShape = 'dashed' | 'ring' | 'half' | 'most' | 'pause' | 'check' | 'cross'

interface StatusBadgeProps {
  label: ReactNode
  shape: StatusShape
  tone?: Tone
}

const ring = '<circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/>'
const disc = '<circle cx="7" cy="7" r="6.75" fill="currentColor"/>'
const onDisc =
  'fill="none" stroke="var(--color-canvas)" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'

/** Written as text: a list has one in every row, and React would build and compare each line of each. */
const shapes: Record<StatusShape, { __html: string }> = {
  dashed: { __html: ring.replace('/>', ' stroke-dasharray="1.8 1.97"/>') },
  ring: { __html: ring },
  half: { __html: `${ring}<path d="M7 3.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor"/>` },
  most: { __html: `${ring}<path d="M7 3.25A3.75 3.75 0 1 1 3.25 7H7z" fill="currentColor"/>` },
  pause: {
    __html: `${ring}<path d="M5.5 5v4M8.5 5v4" stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>`,
  },
  check: { __html: `${disc}<path d="m4.25 7.2 1.9 1.9 3.6-4" ${onDisc}/>` },
  cross: { __html: `${disc}<path d="m5 5 4 4m0-4-4 4" ${onDisc}/>` },
}

export function StatusBadge({ label, shape, tone = 'neutral' }: StatusBadgeProps) {
  return (
    <span className="ui-status" data-tone={tone}>
      <Drawing inside={shapes[shape]} width="14" height="14" viewBox="0 0 14 14" />
      {label}
    </span>
  )
}

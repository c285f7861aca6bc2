import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import type { Side } from './types.ts'

interface PersonProps {
  name: string
  side?: Side
  /** What stands under the name: functions, organization. */
  detail?: ReactNode
}

export function Person({ name, side, detail }: PersonProps) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Avatar name={name} side={side} size={detail ? 'medium' : 'small'} isDecorative />
      <span className="min-w-0">
        {name}
        {detail && <span className="block text-xs text-faint">{detail}</span>}
      </span>
    </span>
  )
}

import type { ReactNode } from 'react'
import type { Tone } from './types.ts'

interface ProgressBarProps {
  label: string
  /** Without a value the work has no known end. */
  value?: number
  max?: number
  /** What stands at the end of the line, such as "12 of 40 MB". */
  text?: ReactNode
  tone?: Tone
  isLabelHidden?: boolean
}

export function ProgressBar({ label, value, max = 1, text, tone, isLabelHidden }: ProgressBarProps) {
  return (
    <div className="ui-progress" data-tone={tone}>
      {(!isLabelHidden || text) && (
        <span>
          {!isLabelHidden && <span aria-hidden="true">{label}</span>}
          {text && <span>{text}</span>}
        </span>
      )}
      <progress aria-label={label} value={value} max={max} />
    </div>
  )
}

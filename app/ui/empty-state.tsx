import type { ReactNode } from 'react'
import type { Icon } from './types.ts'

interface EmptyStateProps {
  title: string
  /** What the thing is for. */
  text?: ReactNode
  icon?: Icon
  /** The first step: a button or two. */
  children?: ReactNode
}

export function EmptyState({ title, text, icon: Mark, children }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {Mark && <Mark size={24} />}
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children && <div>{children}</div>}
    </div>
  )
}

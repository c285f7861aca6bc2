import type { ReactNode } from 'react'
import type { ShownTag } from '../work.ts'

/** A tag: its colour as a dot, and its name. */
export function TagLabel({ tag, children }: { tag: Omit<ShownTag, 'id'>; children?: ReactNode }) {
  return (
    <span className="ui-tag" data-color={tag.color}>
      {tag.name}
      {children}
    </span>
  )
}

import type { ReactNode } from 'react'

/** What happened, one line each, the newest first or last as the page decides. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="ui-timeline" aria-label={label}>
      {children}
    </ol>
  )
}

interface TimelineItemProps {
  /** A small mark in front: an icon of 14 px or a SideShape; a dot without it. */
  mark?: ReactNode
  /** A Time. */
  time?: ReactNode
  children: ReactNode
}

export function TimelineItem({ mark, time, children }: TimelineItemProps) {
  return (
    <li>
      <span>{mark}</span>
      <div>
        {children} {time}
      </div>
    </li>
  )
}

import type { ReactNode } from 'react'

interface NoticeProps {
  title: ReactNode
  tone?: 'neutral' | 'positive' | 'danger'
  children?: ReactNode
}

/** A standing remark in the page: what happened or holds, and what to do. */
export function Notice({ title, tone = 'neutral', children }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone} role={tone === 'danger' ? 'alert' : undefined}>
      <p>{title}</p>
      {children}
    </div>
  )
}

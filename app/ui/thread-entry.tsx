import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { Badge } from './badge.tsx'
import { SideMark } from './side-mark.tsx'
import type { Side } from './types.ts'

interface ThreadEntryProps {
  side: Side
  sideName: string
  /** Of neither side: says so instead of its mark. */
  guest?: string
  author: string
  time: ReactNode
  /** Beside the time: badges, a menu. */
  meta?: ReactNode
  id?: string
  children: ReactNode
}

/** What one person said: the supplier's people on the left, the customer's on the right. */
export function ThreadEntry({ side, sideName, guest, author, time, meta, id, children }: ThreadEntryProps) {
  return (
    <article className="ui-entry" data-side={guest ? undefined : side} id={id}>
      <Avatar name={author} side={guest ? undefined : side} size="medium" isDecorative />
      <header>
        <b>{author}</b>
        {guest ? <Badge tone="strong">{guest}</Badge> : <SideMark side={side} name={sideName} />}
        {time}
        {meta}
      </header>
      <div>{children}</div>
    </article>
  )
}

import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import { useListKeys } from './use-list-keys.ts'

/** A dense list of records, one line each; j, k and Enter walk it. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  const list = useListKeys<HTMLUListElement>()
  return (
    <ul ref={list} className="ui-rows" data-list="" aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  title: ReactNode
  href?: string
  number?: string
  /** In front: an avatar or a mark. */
  leading?: ReactNode
  /** After the title, in a quieter voice. */
  meta?: ReactNode
  /** At the end of the line: state, person, time. */
  trailing?: ReactNode
}

export function Row({ title, href, number, leading, meta, trailing }: RowProps) {
  return (
    <li className="ui-row" data-row="">
      {leading}
      <div>
        <span>
          {number && <span className="ui-row-number">{number}</span>}
          {href === undefined ? (
            <span className="font-medium">{title}</span>
          ) : (
            <Link to={href} prefetch="intent" className="ui-row-link">
              {title}
            </Link>
          )}
          {meta && <span className="ui-row-meta">{meta}</span>}
        </span>
        {trailing && <span className="ui-row-end">{trailing}</span>}
      </div>
    </li>
  )
}

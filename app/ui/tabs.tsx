import { NavLink } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { Link } from './link.tsx'

interface Tab {
  label: string
  href: string
  count?: number | string
  /** Given for tabs that differ in the query only; else the address decides. */
  isCurrent?: boolean
  /** Whether pages below the address belong to another tab; so it is unless told otherwise. */
  isExact?: boolean
}

/** Parts of a page, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the present one may be past the edge.
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]')
    if (!nav.current || !current) return
    const end = current.offsetLeft - nav.current.offsetLeft + current.offsetWidth
    nav.current.scrollLeft = end - nav.current.offsetWidth
  }, [])
  return (
    <nav ref={nav} className="ui-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <TabLink key={tab.href} {...tab} />
      ))}
    </nav>
  )
}

function TabLink({ label, href, count, isCurrent, isExact = true }: Tab) {
  const content = (
    <>
      {label}
      {count !== undefined && <span>{count}</span>}
    </>
  )
  if (isCurrent === undefined) {
    return (
      <NavLink to={href} end={isExact} prefetch="intent">
        {content}
      </NavLink>
    )
  }
  return (
    <Link to={href} prefetch="intent" aria-current={isCurrent ? 'page' : undefined}>
      {content}
    </Link>
  )
}

import { Link, NavLink } from '@remix-run/react'

interface Tab {
  label: string
  href: string
  count?: number
  /** Given for tabs that differ in the query only; else the address decides. */
  isCurrent?: boolean
  /** Whether pages below the address belong to another tab; so it is unless told otherwise. */
  isExact?: boolean
}

/** Parts of a page, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="ui-tabs" aria-label={label}>
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

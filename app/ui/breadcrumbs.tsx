import ChevronRight from 'lucide-react/icons/chevron-right'
import { Fragment } from 'react'
import { Link } from './link.tsx'

interface BreadcrumbsProps {
  label: string
  items: { label: string; href: string }[]
}

/** The way up from this page; the page itself is not in it. */
export function Breadcrumbs({ label, items }: BreadcrumbsProps) {
  return (
    <nav aria-label={label}>
      <ol className="ui-crumbs">
        {items.map((item, index) => (
          <Fragment key={item.href}>
            <li>
              {index > 0 && <ChevronRight size={14} />}
              <Link to={item.href} prefetch="intent">
                {item.label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}

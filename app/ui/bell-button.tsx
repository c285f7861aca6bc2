import Bell from 'lucide-react/icons/bell'
import { Link } from './link.tsx'

interface BellButtonProps {
  href: string
  /** Says how many are new. */
  label: string
  count: number
}

export function BellButton({ href, label, count }: BellButtonProps) {
  return (
    <Link
      to={href}
      className="ui-button"
      data-kind="quiet"
      data-shape="icon"
      aria-label={label}
      title={label}
    >
      <Bell size={18} />
      {count > 0 && (
        <span className="ui-bell-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  )
}

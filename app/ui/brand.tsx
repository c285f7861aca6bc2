import { Link } from './link.tsx'

/** Two sides, one page: the two marks side by side. */
export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1.5" y="7" width="10" height="10" rx="2" className="fill-supplier-mark" />
      <path
        d="M17.25 6.9 22.35 12l-5.1 5.1L12.15 12z"
        className="fill-canvas stroke-customer-mark"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function Brand({ name, href }: { name: string; href: string }) {
  return (
    <Link to={href} className="ui-brand">
      <BrandMark />
      <span>{name}</span>
    </Link>
  )
}

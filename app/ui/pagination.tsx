import { LinkButton } from './link-button.tsx'

interface PaginationProps {
  label: string
  /** What is shown out of how much: "1–50 of 1,204". */
  summary?: string
  previous?: { label: string; href?: string }
  next: { label: string; href?: string }
}

/** Pages by cursor: back and forth, without numbers that would not hold. */
export function Pagination({ label, summary, previous, next }: PaginationProps) {
  if (!previous?.href && !next.href && !summary) return null
  return (
    <nav className="ui-pages" aria-label={label}>
      <span>{summary}</span>
      <div>
        {previous?.href && (
          <LinkButton to={previous.href} size="small" rel="prev">
            {previous.label}
          </LinkButton>
        )}
        {next.href && (
          <LinkButton to={next.href} size="small" rel="next">
            {next.label}
          </LinkButton>
        )}
      </div>
    </nav>
  )
}

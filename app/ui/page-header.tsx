import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** The number that people know the record by. */
  number?: string
  breadcrumbs?: ReactNode
  /** A StatusBadge. */
  state?: ReactNode
  /** Avatars or Person. */
  people?: ReactNode
  /** More facts on the same line. */
  meta?: ReactNode
  /** One sentence on what the page is for. */
  lead?: ReactNode
  primary?: ReactNode
  secondary?: ReactNode
  tabs?: ReactNode
}

/** Number, title, state, people, and what one can do next: one primary action, the others quiet. */
export function PageHeader(props: PageHeaderProps) {
  const { title, number, breadcrumbs, state, people, meta, lead, primary, secondary, tabs } = props
  return (
    <header className="ui-page-header">
      {breadcrumbs}
      <div className="ui-page-title">
        <div>
          <h1>
            {number && <span>{number}</span>}
            {title}
          </h1>
          {lead && <p className="ui-lead">{lead}</p>}
        </div>
        {(primary || secondary) && (
          <div className="ui-page-actions">
            {secondary}
            {primary}
          </div>
        )}
      </div>
      {(state || people || meta) && (
        <div className="ui-page-meta">
          {state}
          {people}
          {meta}
        </div>
      )}
      {tabs}
    </header>
  )
}

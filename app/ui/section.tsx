import { type ReactNode, useId } from 'react'

interface SectionProps {
  title: ReactNode
  /** How many there are, beside the title. */
  count?: ReactNode
  text?: ReactNode
  actions?: ReactNode
  level?: 2 | 3
  id?: string
  children: ReactNode
}

/** A part of a page under a heading and a hairline. */
export function Section({ title, count, text, actions, level = 2, id, children }: SectionProps) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="ui-section" id={id} aria-labelledby={headingId}>
      <header>
        <div>
          <Heading id={headingId}>
            {title}
            {count !== undefined && <span>{count}</span>}
          </Heading>
          {text && <p>{text}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'

interface DescriptionListProps {
  items: { term: ReactNode; detail: ReactNode; key?: string }[]
  /** `stack` puts each detail under its term, for a narrow column. */
  layout?: 'rows' | 'stack'
}

export function DescriptionList({ items, layout = 'rows' }: DescriptionListProps) {
  return (
    <dl className="ui-terms" data-layout={layout}>
      {items.map(({ term, detail, key }, index) => (
        <div key={key ?? index}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}

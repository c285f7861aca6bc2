import type { ReactNode } from 'react'

interface FiguresProps {
  figures: {
    label: ReactNode
    value: ReactNode
    note?: ReactNode
    tone?: 'positive' | 'danger'
    key?: string
  }[]
}

/** A few numbers that matter, side by side. */
export function Figures({ figures }: FiguresProps) {
  return (
    <dl className="ui-figures">
      {figures.map(({ label, value, note, tone, key }, index) => (
        <div key={key ?? index}>
          <dt>{label}</dt>
          <dd data-tone={tone}>{value}</dd>
          {note && <dd>{note}</dd>}
        </div>
      ))}
    </dl>
  )
}

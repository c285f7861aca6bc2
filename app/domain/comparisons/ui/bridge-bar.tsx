import { unitDigits, useAmounts } from './amounts.ts'

/** A total from zero, or a step from one running total to the next. */
export interface Bar {
  key: string
  label: string
  kind: 'total' | 'less' | 'more'
  amount: string
  from: number
  to: number
}

export const rowHeight = 44
const barTop = 20
const barHeight = 14

const fills = { total: 'fill-muted', less: 'fill-positive', more: 'fill-danger' }
const letters = { ...fills, total: 'fill-ink font-medium' }

type BridgeBarProps = {
  bar: Bar
  row: number
  at: (value: number) => string
  currency: string
  isLast: boolean
}

export function BridgeBar({ bar, row, at, currency, isLast }: BridgeBarProps) {
  const { money } = useAmounts(currency)
  const { kind, label, amount, from, to } = bar
  const top = row * rowHeight
  const left = at(Math.min(from, to))
  const width = `${Math.max(Number.parseFloat(at(Math.max(from, to))) - Number.parseFloat(left), 0.3)}%`
  const short = label.length > 36 ? `${label.slice(0, 35)}…` : label
  return (
    <g>
      <text
        x="0"
        y={top + 13}
        className={`text-xs ${kind === 'total' ? 'fill-ink font-medium' : 'fill-muted'}`}
      >
        {short}
      </text>
      <text
        x="100%"
        dx="-6"
        y={top + 13}
        textAnchor="end"
        className={`text-xs tabular-nums ${letters[kind]}`}
        suppressHydrationWarning
      >
        {money(amount, unitDigits(amount), kind !== 'total')}
      </text>
      <rect x="0" y={top + barTop} width="100%" height={barHeight} rx="2" className="fill-hover" />
      <rect x={left} y={top + barTop} width={width} height={barHeight} rx="2" className={fills[kind]} />
      {!isLast && (
        <line
          x1={at(to)}
          x2={at(to)}
          y1={top + barTop + barHeight}
          y2={top + rowHeight + barTop}
          className="stroke-control"
          strokeDasharray="2 3"
        />
      )}
    </g>
  )
}

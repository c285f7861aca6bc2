import { useTranslation } from 'react-i18next'
import { numberFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { Money } from '#app/ui/money.tsx'
import { Table } from '#app/ui/table.tsx'
import { cumulated } from '../../engine/verification/forecast.ts'
import { digitsOfAll, sumDigits, useAmounts } from '../../ui/amounts.ts'
import type { ListedMonth } from './months-table.tsx'
import { useMonth } from './use-month.ts'

interface SavingChartProps {
  months: ListedMonth[]
  forecast: string[]
  currency: string
}

interface Point {
  month: string
  forecast: string
  verified: string | null
}

const width = 640
const height = 220
const edge = 8

/** What was agreed and what was verified, each added up: the dashed line is the promise, the full one with marks what came of it. */
export function SavingChart({ months, forecast, currency }: SavingChartProps) {
  const { t } = useTranslation('verification')
  const { money } = useAmounts(currency)
  const points = pointsOf(months, forecast)
  const last = points.findLast(({ verified }) => verified !== null)
  if (!last || last.verified === null) return null
  const name = t('chart.name', {
    ...{ forecast: money(last.forecast, sumDigits(last.forecast)) },
    ...{ verified: money(last.verified, sumDigits(last.verified)) },
  })
  return (
    <figure className="grid max-w-3xl gap-2">
      <figcaption className="font-medium">{t('chart.title')}</figcaption>
      <Picture points={points} currency={currency} name={name} />
      <Legend />
      <details>
        <summary className="ui-link w-fit cursor-pointer text-muted">{t('chart.asTable')}</summary>
        <PointTable points={points} currency={currency} />
      </details>
    </figure>
  )
}

/** Exact totals; the promise also of the months that are still to come. */
function pointsOf(months: ListedMonth[], forecast: string[]): Point[] {
  const promised = cumulated(forecast)
  const came = cumulated(months.map(({ verified }) => verified))
  return months.map(({ month }, index) => ({
    month,
    forecast: promised[index] ?? '0',
    verified: came[index] ?? null,
  }))
}

function Picture({ points, currency, name }: { points: Point[]; currency: string; name: string }) {
  const words = useMonth()
  const { locale } = useLocale()
  const amounts = points.flatMap(({ forecast, verified }) => [Number(forecast), Number(verified ?? 0)])
  const low = Math.min(0, ...amounts)
  const span = Math.max(0, ...amounts) - low || 1
  const x = (index: number) => edge + ((index + 1) / points.length) * (width - 2 * edge)
  const y = (amount: number) => height - edge - ((amount - low) / span) * (height - 2 * edge)
  const line = (of: (point: Point) => string | null) =>
    points
      .flatMap((point, index) =>
        of(point) === null ? [] : [`${x(index).toFixed(1)},${y(Number(of(point))).toFixed(1)}`],
      )
      .join(' ')
  const start = `${edge},${y(0).toFixed(1)} `
  const short = numberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  })
  return (
    <>
      <p className="text-faint text-xs tabular-nums" aria-hidden="true" suppressHydrationWarning>
        {short.format(low + span)}
      </p>
      <svg role="img" aria-label={name} viewBox={`0 0 ${width} ${height}`} width="100%" className="block">
        <title>{name}</title>
        <line x1={edge} x2={width - edge} y1={y(0)} y2={y(0)} className="stroke-line" />
        <polyline
          points={start + line((point) => point.forecast)}
          fill="none"
          className="stroke-muted"
          strokeWidth="2"
          strokeDasharray="6 5"
        />
        <polyline
          points={start + line((point) => point.verified)}
          fill="none"
          className="stroke-positive"
          strokeWidth="2.5"
        />
        {points.map(({ month, verified }, index) =>
          verified === null ? null : (
            <circle key={month} cx={x(index)} cy={y(Number(verified))} r="4" className="fill-positive" />
          ),
        )}
      </svg>
      <p className="flex justify-between text-faint text-xs" aria-hidden="true" suppressHydrationWarning>
        <span>{words.short(points[0]?.month ?? '')}</span>
        <span>{words.short(points.at(-1)?.month ?? '')}</span>
      </p>
    </>
  )
}

function Legend() {
  const { t } = useTranslation('verification')
  return (
    <p className="flex flex-wrap gap-4 text-muted text-xs">
      <span>
        <svg width="24" height="8" aria-hidden="true" className="inline-block">
          <line x1="0" x2="24" y1="4" y2="4" className="stroke-muted" strokeWidth="2" strokeDasharray="6 5" />
        </svg>{' '}
        {t('chart.forecast')}
      </span>
      <span>
        <svg width="24" height="8" aria-hidden="true" className="inline-block">
          <line x1="0" x2="24" y1="4" y2="4" className="stroke-positive" strokeWidth="2.5" />
          <circle cx="12" cy="4" r="3.5" className="fill-positive" />
        </svg>{' '}
        {t('chart.verified')}
      </span>
    </p>
  )
}

function PointTable({ points, currency }: { points: Point[]; currency: string }) {
  const { t } = useTranslation('verification')
  const words = useMonth()
  const digits = digitsOfAll(points.flatMap(({ forecast, verified }) => [forecast, verified]))
  const money = (amount: string | null) =>
    amount === null ? '–' : <Money amount={amount} currency={currency} digits={digits} />
  return (
    <Table
      caption={t('chart.title')}
      rows={points}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', header: t('months.month'), cell: ({ month }) => words.long(month) },
        {
          key: 'forecast',
          header: t('chart.forecast'),
          isNumeric: true,
          cell: ({ forecast }) => money(forecast),
        },
        {
          key: 'verified',
          header: t('chart.verified'),
          isNumeric: true,
          cell: ({ verified }) => money(verified),
        },
      ]}
    />
  )
}

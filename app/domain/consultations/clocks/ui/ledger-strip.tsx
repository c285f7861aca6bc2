import { useTranslation } from 'react-i18next'
import { durationText } from '#app/ui/duration.tsx'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { SideMark } from '#app/ui/side-mark.tsx'
import type { LedgerDay } from '../engine/ledger-days.ts'
import { ledgerLabels } from '../engine/ledger-labels.ts'
import type { LedgerPage } from '../queries/ledger.server.ts'
import { labelLooks } from './ledger-label.tsx'

interface LedgerStripProps {
  days: LedgerDay[]
  sides: LedgerPage['sides']
  /** Drawn where it falls on a day that is shown. */
  dueAt: number | null
}

const columns = 'grid grid-cols-[5.5rem_1fr] items-end gap-x-3 sm:grid-cols-[6.5rem_1fr_8.5rem]'
const hours = [0, 6, 12, 18, 24]

/** A row for each day of the supplier, with the time that it is at the customer when that day begins. */
export function LedgerStrip({ days, sides, dueAt }: LedgerStripProps) {
  const { t } = useTranslation('clocks')
  const longest = Math.max(1440, ...days.map(({ length }) => length))
  return (
    <figure className="grid gap-1" aria-label={t('strip.label')}>
      <div className={`${columns} text-faint text-xs`}>
        <SideMark side="supplier" name={t('strip.day')} />
        <span className="relative block h-4" aria-hidden="true">
          {hours.map((hour) => (
            <span
              key={hour}
              className="absolute -translate-x-1/2 tabular-nums first:translate-x-0 last:-translate-x-full"
              style={{ insetInlineStart: `${(hour * 6000) / longest}%` }}
            >
              {hour}
            </span>
          ))}
        </span>
        <span className="hidden sm:block">
          <SideMark side="customer" name={t('strip.atCustomer')} />
        </span>
      </div>
      <ol className="grid gap-px">
        {days.map((day) => (
          <DayRow key={day.on} day={day} sides={sides} dueAt={dueAt} longest={longest} />
        ))}
      </ol>
    </figure>
  )
}

interface DayRowProps extends Pick<LedgerStripProps, 'sides' | 'dueAt'> {
  day: LedgerDay
  /** Minutes that the width stands for. */
  longest: number
}

function DayRow({ day, sides, dueAt, longest }: DayRowProps) {
  const { locale } = useLocale()
  const { t } = useTranslation('clocks')
  const short = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const name = dateFormat(locale, { ...short, timeZone: sides.supplier.timeZone }).format(day.from)
  const there = dateFormat(locale, {
    ...{ weekday: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: sides.customer.timeZone,
  })
  const label = `${name}: ${useTotals(day)}`
  const at = (instant: number) => (instant - day.from) / 60_000
  const due = dueAt !== null && at(dueAt) >= 0 && at(dueAt) <= day.length ? at(dueAt) : null
  return (
    <li className={`${columns} border-line border-b py-1`}>
      <span className="whitespace-nowrap text-sm tabular-nums" suppressHydrationWarning>
        {name}
      </span>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${longest} 16`}
        preserveAspectRatio="none"
        width="100%"
        height={16}
        className="block"
      >
        <title>{label}</title>
        {day.entries.map((entry) => {
          const { height, color } = labelLooks[entry.label]
          return (
            <rect
              key={entry.from}
              x={at(entry.from)}
              width={at(entry.to) - at(entry.from)}
              y={16 - height}
              height={height}
              fill={color}
            >
              <title>{entry.name || t(`label.${entry.label}`)}</title>
            </rect>
          )
        })}
        {due !== null && (
          <line
            x1={due}
            x2={due}
            y1={0}
            y2={16}
            stroke="var(--color-danger)"
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <span
        className="hidden whitespace-nowrap text-muted text-xs tabular-nums sm:block"
        suppressHydrationWarning
      >
        {there.format(day.from)}
      </span>
    </li>
  )
}

/** What a day's row shows, in words. */
function useTotals(day: LedgerDay): string {
  const { locale } = useLocale()
  const { t } = useTranslation('clocks')
  return ledgerLabels
    .map((label) => {
      const spans = day.entries.filter((entry) => entry.label === label).map(({ from, to }) => to - from)
      return { label, sum: spans.reduce((total, each) => total + each, 0) }
    })
    .filter(({ sum }) => sum > 0)
    .map(({ label, sum }) => `${t(`label.${label}`)} ${durationText(locale, sum)}`)
    .join(', ')
}

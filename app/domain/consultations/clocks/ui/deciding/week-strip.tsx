import { useTranslation } from 'react-i18next'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { Interval } from '../../engine/calendar.ts'
import { intervalsText } from '../../week.ts'

/** Monday the fifth of January 2026 and the days after it, for their names. */
export function weekdayName(locale: string, weekday: number, width: 'short' | 'long' = 'short'): string {
  return dateFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + weekday))
}

/** The hours of a week as seven bars from midnight to midnight, each with its hours in words. */
export function WeekStrip({ week }: { week: readonly (readonly Interval[])[] }) {
  const { t } = useTranslation('clocks')
  const { locale } = useLocale()
  return (
    <ul className="grid gap-1" aria-label={t('calendar.week')}>
      {week.map((intervals, weekday) => (
        <li
          key={weekday}
          className="grid grid-cols-[2.75rem_1fr] items-center gap-x-3 text-sm sm:grid-cols-[2.75rem_minmax(6rem,16rem)_1fr]"
        >
          <span className="text-muted" suppressHydrationWarning>
            {weekdayName(locale, weekday)}
          </span>
          <svg viewBox="0 0 1440 8" preserveAspectRatio="none" width="100%" height={8} aria-hidden="true">
            <rect x="0" y="3.5" width="1440" height="1" fill="var(--color-edge)" />
            {intervals.map(([from, to]) => (
              <rect
                key={from}
                x={from}
                y="0"
                width={to - from}
                height="8"
                fill="var(--color-supplier-mark)"
              />
            ))}
          </svg>
          <span className="col-start-2 tabular-nums sm:col-start-3">
            {intervals.length > 0 ? intervalsText(intervals) : t('label.closed')}
          </span>
        </li>
      ))}
    </ul>
  )
}

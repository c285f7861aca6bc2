import { dateFormat, once, relativeTime } from './intl.ts'
import { useLocale } from './locale.tsx'

interface TimeProps {
  at: string | number | Date
  /** `relative` for feeds and deadlines, `day` for dates, `time` for the hour, `full` for records. */
  as?: 'relative' | 'day' | 'time' | 'full'
  /** Another zone to show on hover, such as the account's, with its name. */
  otherZone?: { timeZone: string; label: string }
}

const shapes: Record<'day' | 'time' | 'full', Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  full: { dateStyle: 'medium', timeStyle: 'short' },
}

const absolute: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
}

/** An instant in full, with its zone: what stands on hover wherever a shorter form is shown. */
export function absoluteTime(locale: string, timeZone: string, at: Date): string {
  const make = () => new Intl.DateTimeFormat(locale, { ...absolute, timeZone })
  return once(`absolute${locale} ${timeZone}`, make).format(at)
}

/** An instant in the reader's zone, with the absolute one on hover. */
export function Time({ at, as = 'relative', otherZone }: TimeProps) {
  const { locale, timeZone, now } = useLocale()
  const instant = new Date(at)
  const here = absoluteTime(locale, timeZone, instant)
  const isElsewhere = otherZone && otherZone.timeZone !== timeZone
  const title = isElsewhere
    ? `${here}\n${otherZone.label}: ${absoluteTime(locale, otherZone.timeZone, instant)}`
    : here
  const text =
    as === 'relative'
      ? relativeTime(locale, instant.getTime(), now)
      : dateFormat(locale, { ...shapes[as], timeZone }).format(instant)
  return (
    <time dateTime={instant.toISOString()} title={title} className="tabular-nums" suppressHydrationWarning>
      {text}
    </time>
  )
}

/** A day without an hour ("2026-01-31"), the same in every zone. */
export function Day({ on }: { on: string }) {
  const { locale } = useLocale()
  const text = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(on))
  return (
    <time dateTime={on.slice(0, 10)} className="tabular-nums" suppressHydrationWarning>
      {text}
    </time>
  )
}

import { useTranslation } from 'react-i18next'
import { cx } from '#app/ui/cx.ts'
import { relativeTime } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { absoluteTime } from '#app/ui/time.tsx'
import type { Due } from '../due.ts'

interface DueTimeProps {
  due: Omit<Due, 'dueAt'> & { dueAt: Date | string | null }
}

/** What is due next, and when: "First response due in 2 hours", with the absolute time on hover. */
export function DueTime({ due: { kind, state, dueAt } }: DueTimeProps) {
  const { t } = useTranslation('consultations')
  const { locale, timeZone, now } = useLocale()
  if (dueAt === null)
    return <span className="text-muted">{t(state === 'paused' ? 'due.paused' : 'due.none')}</span>
  const at = new Date(dueAt)
  // The minute in which it is breached comes before the job that writes it down.
  const isLate = state === 'breached' || at.getTime() < now
  const when = relativeTime(locale, at.getTime(), now)
  return (
    <time
      dateTime={at.toISOString()}
      title={absoluteTime(locale, timeZone, at)}
      className={cx('tabular-nums', isLate && 'text-danger')}
      suppressHydrationWarning
    >
      {t(isLate ? `due.late.${kind}` : `due.ahead.${kind}`, { when })}
    </time>
  )
}

import { useTranslation } from 'react-i18next'
import { cx } from '#app/ui/cx.ts'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'

/** The supplier's own day, marked when it is over. */
export function OwnDay({ dueOn, isMissed }: { dueOn: string; isMissed: boolean }) {
  const { t } = useTranslation('consultations')
  const { locale } = useLocale()
  const day = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(dueOn))
  return (
    <time dateTime={dueOn} className={cx('tabular-nums', isMissed && 'text-danger')}>
      {t(isMissed ? 'work.missed' : 'work.promised', { day })}
    </time>
  )
}

import { useTranslation } from 'react-i18next'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { AskedReport } from '../asked.ts'

interface ReportScopeProps {
  asked: AskedReport
  accounts: { id: string; name: string }[]
}

/** What the figures are of, in words: on paper there are no filters. */
export function ReportScope({ asked, accounts }: ReportScopeProps) {
  const { t } = useTranslation(['consultations', 'common'])
  const { locale } = useLocale()
  const { from, to, account, function: fn, urgency } = asked
  const format = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const narrowed = [
    account && accounts.find(({ id }) => id === account)?.name,
    fn && t(`common:function.${fn}`),
    urgency && t(`urgency.${urgency}`),
  ]
  return (
    <span className="tabular-nums" suppressHydrationWarning>
      {[format.formatRange(new Date(from), new Date(to)), ...narrowed].filter(Boolean).join(' · ')}
    </span>
  )
}

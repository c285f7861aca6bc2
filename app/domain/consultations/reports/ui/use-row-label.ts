import { useTranslation } from 'react-i18next'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { rowLabel } from '../label.ts'
import type { Breakdown, ReportRow } from '../report.ts'

/** What a row is of, in the reader's words; of a week its Monday, in one line. */
export function useRowLabel(by: Breakdown): (row: ReportRow) => string {
  const { t } = useTranslation(['consultations', 'common'])
  const { locale } = useLocale()
  const words = {
    nobody: t('common:nobody'),
    function: (of: Parameters<typeof rowLabel>[1]['key']) => t(`common:function.${of as 'quality'}`),
    urgency: (of: string) => t(`urgency.${of as 'safety'}`),
  }
  return (row) => {
    const label = rowLabel(by, row, words)
    if (by !== 'week') return label
    const day = dateFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(label))
    return day.replaceAll(' ', '\u00a0')
  }
}

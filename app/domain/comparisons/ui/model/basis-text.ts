import { useTranslation } from 'react-i18next'
import { formatDecimal, numberFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { CostBasis } from '../../comparison.ts'
import type { Counts } from '../../model/shown.ts'

/** When a cost arises, with what it counts by: "per batch of 500", "one-off, in year 3, again after 8 years". */
export function useBasisText(): (basis: CostBasis, counts: Counts) => string {
  const { t } = useTranslation(['comparisons', 'comparisonModel'])
  const { locale } = useLocale()
  const number = (value: string) => formatDecimal(numberFormat(locale, { maximumFractionDigits: 9 }), value)
  return (basis, { size, events, year = 0, lives = {} }) => {
    const plain = t(`basis.${basis}`)
    if (size) return t('comparisonModel:basis.batch', { size: number(size) })
    if (events) return t('comparisonModel:basis.event', { events: number(events) })
    const again = [...new Set(Object.values(lives))].sort((a, b) => a - b)
    const parts = [
      plain,
      year > 0 && t('comparisonModel:basis.inYear', { year }),
      again.length > 0 && t('comparisonModel:basis.again', { years: again.join(', ') }),
    ]
    return parts.filter(Boolean).join(', ')
  }
}

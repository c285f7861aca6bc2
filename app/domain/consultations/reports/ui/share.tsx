import { useTranslation } from 'react-i18next'
import { numberFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { Share } from '../engine/wilson.ts'

const one = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const

/** A share in per cent; of no case there is none. */
export function ShareValue({ share }: { share: Share | null }) {
  const { locale } = useLocale()
  const { t } = useTranslation('reports')
  if (!share) return <span className="text-muted">{t('noCase')}</span>
  return <span className="tabular-nums">{numberFormat(locale, one).format(share.share)}</span>
}

/** Where the share of all such cases lies. */
export function ShareInterval({ share }: { share: Share | null }) {
  const { locale } = useLocale()
  if (!share) return null
  const format = numberFormat(locale, one)
  return (
    <span className="whitespace-nowrap tabular-nums">
      {format.format(share.low)} – {format.format(share.high)}
    </span>
  )
}

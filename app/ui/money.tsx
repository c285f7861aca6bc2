import { formatDecimal, numberFormat } from './intl.ts'
import { useLocale } from './locale.tsx'

interface MoneyProps {
  /** A decimal in text, so that no digit is lost. */
  amount: number | string
  currency: string
  /** Digits after the point; without it those of the currency. */
  digits?: number
  hasSign?: boolean
  /** What stands behind it, such as "/ pc". */
  per?: string
}

export function Money({ amount, currency, digits, hasSign, per }: MoneyProps) {
  const { locale } = useLocale()
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
    signDisplay: hasSign ? 'exceptZero' : 'auto',
  })
  return (
    <span className="ui-number" suppressHydrationWarning>
      {formatDecimal(format, amount)}
      {per && <span className="ui-unit">{per}</span>}
    </span>
  )
}

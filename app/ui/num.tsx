import { formatDecimal, numberFormat } from './intl.ts'
import { useLocale } from './locale.tsx'

interface NumProps {
  /** A decimal may come as text, so that no digit is lost. */
  value: number | string
  unit?: string
  digits?: number
  /** The fewest decimals to show; defaults to none, trailing zeros are left out. */
  minDigits?: number
  isPercent?: boolean
  /** Shows the plus as well, for differences. */
  hasSign?: boolean
  isCompact?: boolean
}

export function Num({ value, unit, digits = 2, minDigits, isPercent, hasSign, isCompact }: NumProps) {
  const { locale } = useLocale()
  const format = numberFormat(locale, {
    maximumFractionDigits: Math.max(digits, minDigits ?? 0),
    minimumFractionDigits: minDigits,
    style: isPercent ? 'percent' : 'decimal',
    signDisplay: hasSign ? 'exceptZero' : 'auto',
    notation: isCompact ? 'compact' : 'standard',
  })
  return (
    <span className="ui-number" suppressHydrationWarning>
      {formatDecimal(format, value)}
      {unit && <span className="ui-unit">{unit}</span>}
    </span>
  )
}

import { useTranslation } from 'react-i18next'
import { formatDecimal, numberFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { Payback } from '../engine/result.ts'

/** Digits after the point that an amount is shown with: those it has, up to `most`; undefined for the currency's own. */
export function digitsShown(amount: string, most = 9): number | undefined {
  const places = Number(amount).toFixed(most).replace(/0+$/, '').split('.')[1]?.length ?? 0
  return places > 2 ? places : undefined
}

/** Amounts that were calculated have more digits than anybody reads: four at the most, from a hundred on those of the currency. */
export function calculatedDigits(amount: string): number | undefined {
  return Math.abs(Number(amount)) < 100 ? digitsShown(amount, 4) : undefined
}

/** Unit costs: four digits below ten, else those of the currency. */
export function unitDigits(amount: string): number | undefined {
  return Math.abs(Number(amount)) < 10 ? digitsShown(amount, 4) : undefined
}

/** Sums: no cents from ten thousand on. */
export function sumDigits(amount: string): number | undefined {
  return Math.abs(Number(amount)) >= 10_000 ? 0 : undefined
}

/** The same for all amounts of a table, by the largest. */
export function digitsOfAll(amounts: (string | null)[]): number | undefined {
  return sumDigits(String(Math.max(0, ...amounts.map((amount) => Math.abs(Number(amount ?? 0))))))
}

/** Amounts inside sentences and names, where a component cannot stand. */
export function useAmounts(currency: string) {
  const { locale } = useLocale()
  return {
    money(amount: string, digits?: number, hasSign = false) {
      const format = numberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: digits,
        minimumFractionDigits: digits,
        signDisplay: hasSign ? 'exceptZero' : 'auto',
      })
      return formatDecimal(format, amount)
    },
    number: (value: string) => formatDecimal(numberFormat(locale, { maximumFractionDigits: 9 }), value),
  }
}

/** A payback in words: "3.3 years", "at once", "never". */
export function usePayback(): (payback: Payback) => string {
  const { t } = useTranslation('comparisons')
  const { locale } = useLocale()
  return (payback) => {
    if (payback.kind === 'never') return t('payback.never')
    if (payback.years === '0') return t('payback.atOnce')
    const rounded = Math.round(Number(payback.years) * 10) / 10
    const years = formatDecimal(numberFormat(locale, { maximumFractionDigits: 1 }), rounded)
    return t('payback.years', { count: rounded, years })
  }
}

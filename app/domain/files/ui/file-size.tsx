import { useLocale } from '#app/ui/locale.tsx'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in the unit that reads best, by the reader's locale. Decimal prefixes, as SI has them. */
export function formatFileSize(bytes: number, locale: string): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power],
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  })
  return format.format(bytes / 1000 ** power)
}

export function FileSize({ bytes }: { bytes: number }) {
  const { locale } = useLocale()
  return <span className="tabular-nums text-muted">{formatFileSize(bytes, locale)}</span>
}

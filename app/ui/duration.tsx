import { numberFormat } from './intl.ts'
import { useLocale } from './locale.tsx'

type Unit = 'second' | 'minute' | 'hour'

function part(locale: string, value: number, unit: Unit): string {
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
}

/** A span of time by its two largest units: "35 sec", "4 min 20 sec", "2 hr 5 min". */
export function durationText(locale: string, milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const parts: [number, Unit][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ]
  const first = parts.findIndex(([value]) => value > 0)
  if (first < 0) return part(locale, 0, 'second')
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => part(locale, value, unit))
    .join(' ')
}

/** How long something took, in the reader's language. */
export function Duration({ milliseconds }: { milliseconds: number }) {
  const { locale } = useLocale()
  return (
    <span className="tabular-nums" suppressHydrationWarning>
      {durationText(locale, milliseconds)}
    </span>
  )
}

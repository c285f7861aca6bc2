const cache = new Map<string, unknown>()

/** Intl objects are expensive to make and free to keep. */
export function once<T>(key: string, make: () => T): T {
  const found = cache.get(key)
  if (found !== undefined) return found as T
  const made = make()
  cache.set(key, made)
  return made
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))
}

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`d${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "in 3 hours", "yesterday"; the coarsest unit of which there is at least one. */
export function relativeTime(locale: string, at: number, now: number): string {
  const difference = at - now
  const [unit, size] = steps.find(([, step]) => Math.abs(difference) >= step) ?? ['minute', 60_000]
  const format = once(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  return format.format(Math.trunc(difference / size), unit)
}

/** A decimal in text keeps all its digits. */
export function formatDecimal(format: Intl.NumberFormat, value: number | string): string {
  const text = format.format(value as number)
  return text.replace(/^-/, '\u2212')
}

import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'

/** A month in words: "March 2027", or "Mar 27" where there is little room. */
export function useMonth() {
  const { locale } = useLocale()
  const word = (month: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${month}-01`))
  return {
    long: (month: string) => word(month, { month: 'long', year: 'numeric' }),
    short: (month: string) => word(month, { month: 'short', year: '2-digit' }),
  }
}

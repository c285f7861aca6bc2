import { type Language, localeTags } from '#app/i18n/languages.ts'
import { currencies } from '../comparison.ts'

/** The currencies with their names. Made on the server alone: browsers do not all know the same names. */
export function currencyChoices(language: Language): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(localeTags[language], { type: 'currency' })
  return currencies.map((value) => ({ value, label: `${value} ${names.of(value) ?? ''}`.trim() }))
}

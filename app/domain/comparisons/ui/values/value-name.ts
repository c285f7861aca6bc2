import { useTranslation } from 'react-i18next'
import { useCalculatorWords } from '../model/calculator-words.ts'

interface NamedValue {
  line: string
  option: string
  year: number | null
  quantity: { name: string; isInput: boolean; unit: string } | null
}

/** What an input is called: by its line, name and option, or by its year. */
export function useNameOfValue({ line, option, year, quantity }: NamedValue): string {
  const { t } = useTranslation('comparisons')
  const words = useCalculatorWords()
  if (year !== null) return `${t('volume.title')}, ${t('volume.year', { year })}`
  const name = quantity?.isInput ? words.input(quantity.name) : quantity?.name
  return [line, name, option].filter(Boolean).join(', ')
}

/** A cost is in the currency, a quantity in its unit, a volume in pieces. */
export function unitsOf({ year, quantity, comparison }: NamedValue & { comparison: { currency: string } }) {
  if (quantity) return { unit: quantity.unit }
  return year === null ? { currency: comparison.currency } : {}
}

import { useTranslation } from 'react-i18next'
import type { SelectOption } from '#app/ui/select.tsx'
import { calculatorOf } from '../../../engine/calculators/registry.ts'
import { costCalculators } from '../../../model/line-form.ts'
import { useCalculatorWords } from '../../model/calculator-words.ts'

/** How the amount of a line can come about, and the basis that its calculator has. */
export function useWays(by: string | undefined) {
  const { t } = useTranslation('comparisonModel')
  const words = useCalculatorWords()
  const group = t('form.calculators')
  const ways: SelectOption[] = [
    { value: 'values', label: t('form.byValues') },
    { value: 'formula', label: t('form.byFormula') },
    ...costCalculators.map(({ id }) => ({ value: id, label: words.calculator(id), group })),
  ]
  const basis = calculatorOf(by ?? '')?.basis
  const isFixed = basis === 'per_unit' || basis === 'per_year' || basis === 'one_off'
  return { ways, fixedBasis: isFixed ? basis : null }
}

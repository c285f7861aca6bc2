import type { FieldMetadata } from '@conform-to/react'
import type { LineDraft } from '../draft.ts'
import { LineValues } from '../line-values.tsx'
import { CalculatorInputs } from './calculator-inputs.tsx'
import { FormulaField } from './formula-field.tsx'

interface LineAmountProps {
  line: FieldMetadata<LineDraft>
  options: { key: string; name: string }[]
  names: { name: string; unit: string }[]
  currency?: string
}

/** The values of a line, its formula, or the inputs of its calculator. */
export function LineAmount({ line, options, names, currency }: LineAmountProps) {
  const { by } = line.getFieldset()
  if (by.value === 'formula') return <FormulaField line={line} currency={currency} />
  if (by.value && by.value !== 'values') {
    return <CalculatorInputs line={line} options={options} names={names} currency={currency} />
  }
  return <LineValues line={line} options={options} currency={currency} />
}

import { useTranslation } from 'react-i18next'
import { useCalculatorWords } from './calculator-words.ts'

interface FormulaTextProps {
  formula: string
  /** Names that are messages of the calculators; a free formula stands as it was written. */
  isOfCalculator?: boolean
}

const signs: Record<string, string> = { '*': '×', '/': '÷', '-': '−' }

/** A formula with signs as on paper, and the inputs of a calculator in the reader's language. */
export function FormulaText({ formula, isOfCalculator = false }: FormulaTextProps) {
  const { t } = useTranslation('comparisonModel')
  const words = useCalculatorWords()
  const text = formula.replace(/[*/-]|\p{L}[\p{L}\p{N}_]*/gu, (part) => {
    return signs[part] ?? (isOfCalculator ? words.any(part) : part)
  })
  return (
    <span className="font-mono text-xs break-words" title={t('formula')}>
      {text}
    </span>
  )
}

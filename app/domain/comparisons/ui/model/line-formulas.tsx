import { useTranslation } from 'react-i18next'
import { Num } from '#app/ui/num.tsx'
import type { ShownLine } from '../../model/shown.ts'
import { useCalculatorWords } from './calculator-words.ts'
import { FormulaText } from './formula-text.tsx'

interface LineFormulasProps {
  line: ShownLine
  options: { id: string; name: string }[]
}

/** How a calculator comes to its amount: each step with its value for every option, and where the formula is from. */
export function LineFormulas({ line, options }: LineFormulasProps) {
  const { t } = useTranslation('comparisonModel')
  const words = useCalculatorWords()
  return (
    <details>
      <summary className="cursor-pointer text-muted">{t('how')}</summary>
      <dl className="mt-2 grid gap-3">
        {line.steps.map(({ name, formula }) => (
          <div key={name} className="grid gap-1">
            <dt>
              {words.step(name)} = <FormulaText formula={formula} isOfCalculator />
            </dt>
            {options.map((option) => {
              const step = line.results[option.id]?.find((each) => each.name === name)
              return (
                step && (
                  <dd key={option.id} className="text-muted">
                    {option.name}: <Num value={step.value} digits={3} unit={step.unit} />
                  </dd>
                )
              )
            })}
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-muted">{t('source', { source: line.source, version: line.version })}</p>
    </details>
  )
}

import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import type { CostCategory } from '../../comparison.ts'
import type { ShownInput, ShownLine } from '../../model/shown.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { useBasisText } from './basis-text.ts'
import { useCalculatorWords } from './calculator-words.ts'
import { FormulaText } from './formula-text.tsx'
import { LineAmounts } from './line-amounts.tsx'
import { LineFormulas } from './line-formulas.tsx'
import { BoundInputs, Inputs, type ModelProps, MoreInputs } from './line-inputs.tsx'

/** Each calculated line: what it comes to, its inputs with both sides' values, and how it is calculated. */
export function CalculatedLines({ lines, ...props }: ModelProps & { lines: ShownLine[] }) {
  return (
    <div className="grid gap-8">
      {lines.map((line) => (
        <CalculatedLine key={line.id} line={line} {...props} />
      ))}
    </div>
  )
}

function CalculatedLine({ line, ...props }: ModelProps & { line: ShownLine }) {
  const { t } = useTranslation(['comparisonModel', 'comparisons'])
  const words = useCalculatorWords()
  const basis = useBasisText()
  const way = line.calculator ? words.calculator(line.calculator) : t('byFormula')
  const place = `${t(`comparisons:category.${line.category as CostCategory}`)} · ${basis(line.basis, line.counts)}`
  const given = line.inputs.filter((input) => input.of === null)
  const isSet = (input: ShownInput) =>
    input.initial === null ||
    props.assumptions.some((each) => each.quantityId === input.quantityId && isFilled(each))
  return (
    <Section level={3} title={line.name} text={`${place} · ${way}`}>
      <div className="grid gap-4">
        <LineAmounts line={line} {...props} />
        {line.calculator === null && (
          <p>
            = <FormulaText formula={line.formula} />
          </p>
        )}
        <BoundInputs inputs={line.inputs} />
        <Inputs line={line} inputs={given.filter(isSet)} {...props} />
        <MoreInputs line={line} inputs={given.filter((input) => !isSet(input))} {...props} />
        {line.calculator !== null && <LineFormulas line={line} options={props.options} />}
      </div>
    </Section>
  )
}

const isFilled = ({ supplier, customer }: ComparisonAssumption) =>
  supplier.value !== null || customer.value !== null

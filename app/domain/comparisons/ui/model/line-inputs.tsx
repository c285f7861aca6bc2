import { useTranslation } from 'react-i18next'
import type { ShownInput, ShownLine } from '../../model/shown.ts'
import type { ComparisonAssumption } from '../../queries/comparison.server.ts'
import { type SidesGroup, type SidesProps, SidesTable } from '../values/sides-table.tsx'
import { useCalculatorWords } from './calculator-words.ts'

export interface ModelProps extends SidesProps {
  currency: string
  options: { id: string; name: string; isBaseline: boolean }[]
  assumptions: ComparisonAssumption[]
}

/** The inputs that are named assumptions: those stand in their own table. */
export function BoundInputs({ inputs }: { inputs: ShownInput[] }) {
  const { t } = useTranslation('comparisonModel')
  const words = useCalculatorWords()
  const bound = inputs.filter(({ of }) => of !== null)
  if (bound.length === 0) return null
  return (
    <p className="text-muted">
      {t('bound')}{' '}
      {bound.map(({ name, of }, index) => (
        <span key={name}>
          {index > 0 && ', '}
          {words.input(name)} ={' '}
          <a className="ui-link font-mono text-xs" href={`#name-${of}`}>
            {of}
          </a>
        </span>
      ))}
    </p>
  )
}

/** The inputs with values of their own, for each option, with both sides' values. */
export function Inputs({
  line,
  inputs,
  options,
  assumptions,
  ...props
}: ModelProps & { line: ShownLine; inputs: ShownInput[] }) {
  const { t } = useTranslation('comparisonModel')
  const words = useCalculatorWords()
  const groups = inputs.map(
    ({ name, unit, quantityId }): SidesGroup => ({
      key: name,
      title: words.input(name),
      detail: unit,
      rows: options.flatMap((option) => {
        const found = assumptions.find(
          (each) => each.quantityId === quantityId && each.optionId === option.id,
        )
        if (!found || quantityId === null) return []
        const label = option.name
        return [{ label, unit, name: `${line.name}, ${words.input(name)}, ${label}`, assumption: found }]
      }),
    }),
  )
  if (groups.length === 0) return null
  return <SidesTable caption={t('inputsOf', { line: line.name })} groups={groups} {...props} />
}

/** Those that nobody has put in, and that need not be. */
export function MoreInputs(props: Parameters<typeof Inputs>[0]) {
  const { t } = useTranslation('comparisonModel')
  const { inputs } = props
  if (inputs.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer text-muted">{t('more', { count: inputs.length })}</summary>
      <div className="mt-2">
        <Inputs {...props} />
      </div>
    </details>
  )
}

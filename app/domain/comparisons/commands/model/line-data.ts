import { calculatorOfLine } from '../../model/check-model.ts'
import type { LineInput } from '../../model/line-form.ts'

/** What the form says of a line itself. A calculator has its own basis. */
export function lineData(line: LineInput) {
  const { name, category } = line
  const calculator = calculatorOfLine(line)
  if (!calculator || calculator.basis === 'figure') {
    const formula = line.by === 'formula' ? (line.formula ?? '') : ''
    return {
      name,
      category,
      basis: line.basis,
      calculator: null,
      calculatorVersion: null,
      bindings: {},
      formula,
    }
  }
  const bindings = Object.fromEntries(
    calculator.inputs.flatMap((input): [string, string][] => {
      const of = line.inputs?.[input.name]?.of
      return of ? [[input.name, of]] : []
    }),
  )
  const { id, version } = calculator
  return {
    ...{ name, category, basis: basisOf(calculator.basis) },
    ...{ calculator: id, calculatorVersion: version, bindings, formula: '' },
  }
}

export const isPlain = (line: LineInput): boolean => {
  const { calculator, formula } = lineData(line)
  return calculator === null && formula === ''
}

/** A line counts by piece where its calculator counts by batch or by event: the line says of how many. */
function basisOf(basis: 'per_unit' | 'per_year' | 'per_batch' | 'per_event' | 'one_off') {
  return basis === 'per_batch' || basis === 'per_event' ? 'per_year' : basis
}

import { Exact, inspectDecimal } from '../decimal.ts'
import { evaluateAssumptions } from '../formulas/assumptions.ts'
import type { FormulaProblem } from '../formulas/problem.ts'
import type { Calculator, CalculatorInput } from './calculator.ts'

export type CalculatorResult =
  | { ok: true; result: string; unit: string; steps: { name: string; unit: string; value: string }[] }
  | { ok: false; problems: FormulaProblem[] }

/**
 * Works a calculator out. values: decimal texts by input, each in the unit of its input; blank or missing ones have the
 * initial value. Results are decimal texts in the units of the steps, on 18 places. Problems name the input (`path`):
 * missing, no decimal, outside its bounds; or the step, where values that are allowed one by one lead to a division by
 * zero or out of range. Never throws for values, never gives NaN or Infinity.
 */
export function runCalculator(
  calculator: Calculator,
  values: Readonly<Record<string, string>>,
): CalculatorResult {
  const given = calculator.inputs.map((input) => ({ input, value: givenValue(input, values) }))
  const problems = given.flatMap(({ input, value }) => inputProblem(input, value) ?? [])
  if (problems.length > 0) return { ok: false, problems }
  const list = [
    ...given.map(({ input, value }) => ({ name: input.name, unit: input.unit, value })),
    ...calculator.steps,
  ]
  const evaluated = evaluateAssumptions(list)
  if (evaluated.problems.length > 0) return { ok: false, problems: evaluated.problems }
  const steps = calculator.steps.map(({ name, unit }) => ({
    name,
    unit,
    value: evaluated.values.get(name) ?? '0',
  }))
  const last = steps.at(-1)
  return { ok: true, result: last?.value ?? '0', unit: last?.unit ?? '1', steps }
}

function givenValue({ name, initial }: CalculatorInput, values: Readonly<Record<string, string>>): string {
  const own = Object.hasOwn(values, name) ? values[name]?.trim() : ''
  return own || (initial ?? '')
}

function inputProblem(input: CalculatorInput, value: string): FormulaProblem | null {
  const problem = (key: FormulaProblem['key'], values: FormulaProblem['values'] = {}) => {
    return { path: input.name, key, values }
  }
  if (value === '') return problem('calculators:problem.missingInput')
  const verdict = inspectDecimal(value)
  if (verdict !== 'valid') return problem(`calculators:problem.${verdict}`, { term: value.slice(0, 60) })
  const number = new Exact(value)
  const { minimum, maximum, above } = input
  if (minimum !== undefined && (above ? number.lte(minimum) : number.lt(minimum))) {
    return problem(above ? 'calculators:problem.notAbove' : 'calculators:problem.belowMinimum', { minimum })
  }
  if (maximum !== undefined && number.gt(maximum))
    return problem('calculators:problem.aboveMaximum', { maximum })
  return null
}

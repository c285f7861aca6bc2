import type { Decimal } from 'decimal.js'
import { Exact, gridText, inspectDecimal, one } from '../decimal.ts'
import { evaluate } from '../formulas/evaluate.ts'
import { parseFormula } from '../formulas/parser.ts'
import { attempt, type FormulaProblem } from '../formulas/problem.ts'
import { parseUnit } from '../quantities/units.ts'
import type { Calculator, CalculatorInput, CalculatorStep } from './calculator.ts'

type Steps = { name: string; unit: string; value: string }[]
export type CalculatorResult =
  | { ok: true; result: string; unit: string; steps: Steps }
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
  const worked = workOut(calculator, new Map(Object.entries(values)))
  if (!worked.ok) return worked
  const last = worked.steps.at(-1)
  return { ok: true, result: last?.value ?? '0', unit: last?.unit ?? '1', steps: worked.steps }
}

/** The same; an input may also be a number in coherent units that was worked out before. `value`: the last step, not rounded. */
export function workOut(
  { inputs, steps }: { inputs: readonly CalculatorInput[]; steps: readonly CalculatorStep[] },
  given: ReadonlyMap<string, string | Decimal>,
): { ok: true; value: Decimal; steps: Steps } | { ok: false; problems: FormulaProblem[] } {
  const known = new Map<string, Decimal>()
  const problems: FormulaProblem[] = []
  for (const input of inputs) {
    const read = readInput(input, given.get(input.name))
    if ('key' in read) problems.push(read)
    else known.set(input.name, read)
  }
  if (problems.length > 0) return { ok: false, problems }
  const shown: Steps = []
  let value = new Exact(0)
  for (const { name, unit, formula } of steps) {
    const result = attempt(name, () => evaluate(parseFormula(formula), known, formula))
    if (!result.ok) return { ok: false, problems: [result.problem] }
    known.set(name, result.value)
    value = result.value.div(factorOf(unit))
    shown.push({ name, unit, value: gridText(value) })
  }
  return { ok: true, value, steps: shown }
}

const factorOf = (unit: string): Decimal => parseUnit(unit)?.factor ?? one

/** In coherent units. */
function readInput(input: CalculatorInput, given: string | Decimal | undefined): Decimal | FormulaProblem {
  if (given !== undefined && typeof given !== 'string') {
    return boundsProblem(input, given.div(factorOf(input.unit))) ?? given
  }
  const value = given?.trim() || (input.initial ?? '')
  const path = input.name
  if (value === '') return { path, key: 'calculators:problem.missingInput', values: {} }
  const verdict = inspectDecimal(value)
  if (verdict !== 'valid') {
    return { path, key: `calculators:problem.${verdict}`, values: { term: value.slice(0, 60) } }
  }
  const number = new Exact(value)
  return boundsProblem(input, number) ?? number.times(factorOf(input.unit))
}

/** Whether a number, in the unit of the input, lies outside what the input allows. */
export function boundsProblem(input: CalculatorInput, number: Decimal): FormulaProblem | null {
  const { name: path, minimum, maximum, above } = input
  if (minimum !== undefined && (above ? number.lte(minimum) : number.lt(minimum))) {
    return { path, key: `calculators:problem.${above ? 'notAbove' : 'belowMinimum'}`, values: { minimum } }
  }
  if (maximum !== undefined && number.gt(maximum)) {
    return { path, key: 'calculators:problem.aboveMaximum', values: { maximum } }
  }
  return null
}

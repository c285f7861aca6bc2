import { MAX_HORIZON_YEARS, MAX_LINES, MAX_OPTIONS } from '../case.ts'
import { Exact, inspectDecimal } from '../decimal.ts'
import type { FormulaProblem } from '../formulas/problem.ts'
import { HIGHEST_RATE, LOWEST_RATE, type TimedCase, type TimedLine } from './timed-case.ts'

type Bounds = { minimum?: string; above?: boolean; maximum?: string; whole?: boolean }

/** Everything that keeps the case from being calculated, each at its field; empty when it can be. Never throws. */
export function validateTimed(input: TimedCase): FormulaProblem[] {
  const rate = { minimum: LOWEST_RATE, maximum: HIGHEST_RATE }
  const { discount, ramp, horizonYears } = input
  const needsInflation = discount.kind !== discount.amounts
  return [
    ...check('horizonYears', horizonYears, { minimum: '1', maximum: `${MAX_HORIZON_YEARS}`, whole: true }),
    ...check('discount.rate', discount.rate, rate),
    ...(needsInflation ? check('discount.inflation', discount.inflation, rate) : []),
    ...(ramp ? check('ramp.share', ramp.share, { minimum: '0', maximum: '1' }) : []),
    ...(ramp ? check('ramp.fullFrom', ramp.fullFrom, { minimum: '1', maximum: '60', whole: true }) : []),
    ...Object.entries(input.escalation).flatMap(([name, value]) => check(`escalation.${name}`, value, rate)),
    ...volumeProblems(input),
    ...optionProblems(input),
    ...check('lines', input.lines.length, { maximum: `${MAX_LINES}` }),
    ...input.lines.slice(0, MAX_LINES).flatMap((line, index) => lineProblems(line, `lines[${index}]`, input)),
  ]
}

function volumeProblems({ volumes }: TimedCase): FormulaProblem[] {
  const first = volumes.find(({ year }) => year === 1)?.quantity ?? null
  const wrong = volumes.flatMap(({ year, quantity }, index) => [
    ...check(`volumes[${index}].year`, year, { minimum: '1', whole: true }),
    ...(quantity === null ? [] : check(`volumes[${index}].quantity`, quantity, { minimum: '0' })),
  ])
  return first === null ? [problem('volumes', 'missingInput'), ...wrong] : wrong
}

function optionProblems({ options }: TimedCase): FormulaProblem[] {
  const baselines = options.filter(({ isBaseline }) => isBaseline).length
  return [
    ...check('options.baseline', baselines, { minimum: '1', maximum: '1' }),
    ...check('options', options.length, { minimum: '2', maximum: `${MAX_OPTIONS}` }),
  ]
}

function lineProblems(line: TimedLine, path: string, input: TimedCase): FormulaProblem[] {
  const values = input.options.flatMap(({ id }) => {
    const value = Object.hasOwn(line.values, id) ? (line.values[id] ?? null) : null
    // Most values are right: paths and numbers are only made for the others.
    return value !== null && inspectDecimal(value) === 'valid' ? [] : check(`${path}.values.${id}`, value, {})
  })
  if (line.basis === 'per_batch')
    return [...values, ...check(`${path}.size`, line.size, { minimum: '0', above: true })]
  if (line.basis === 'per_event')
    return [...values, ...check(`${path}.events`, line.events, { minimum: '0' })]
  if (line.basis !== 'one_off') return values
  const whole = { whole: true, maximum: `${MAX_HORIZON_YEARS}` }
  return [
    ...values,
    ...check(`${path}.year`, line.year, { ...whole, minimum: '0', maximum: `${input.horizonYears}` }),
    ...Object.entries(line.lives).flatMap(([id, life]) => {
      return check(`${path}.lives.${id}`, life, { ...whole, minimum: '1' })
    }),
  ]
}

function check(path: string, value: string | number | null, bounds: Bounds): FormulaProblem[] {
  if (value === null || value === '') return [problem(path, 'missingInput')]
  const text = String(value)
  const verdict = inspectDecimal(text)
  if (verdict !== 'valid') return [problem(path, verdict, { term: text.slice(0, 60) })]
  const number = new Exact(text)
  const { minimum, above, maximum, whole } = bounds
  if (whole && !number.isInteger()) return [problem(path, 'notANumber', { term: text })]
  if (minimum !== undefined && (above ? number.lte(minimum) : number.lt(minimum))) {
    return [problem(path, above ? 'notAbove' : 'belowMinimum', { minimum })]
  }
  if (maximum !== undefined && number.gt(maximum)) return [problem(path, 'aboveMaximum', { maximum })]
  return []
}

type Key = 'missingInput' | 'notANumber' | 'outOfRange' | 'belowMinimum' | 'notAbove' | 'aboveMaximum'

function problem(path: string, key: Key, values: FormulaProblem['values'] = {}): FormulaProblem {
  return { path, key: `calculators:problem.${key}`, values }
}

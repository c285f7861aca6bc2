import { Decimal } from 'decimal.js'
import { gridText } from '../decimal.ts'
import type { InternalRate } from '../result.ts'
import { bisect, HIGHEST, LOWEST, signChanges, splitPower, turningPoints } from './polynomial.ts'

/** 40 digits are enough for a rate and twice as fast as the engine's 80. */
const Rate = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_UP })
const TOUCHES = '1e-32'
const CLOSE = '1e-30'

/**
 * All rates above -1 per year at which Σ CFₜ/(1+r)^t = 0: the positive roots x = 1/(1+r) of Σ CFₜ·x^t.
 * flows: t = 0 first, then year-end. Without a sign change there is none, with one exactly one, with more there
 * may be none, one or several; a root where NPV touches zero without crossing counts once.
 * Two roots that lie closer than about 1e-15 are taken for one.
 */
export function internalRate(flows: readonly Decimal[]): InternalRate {
  const changes = signChanges(flows.map((flow) => (flow.isZero() ? 0 : flow.s)))
  if (changes === 0) return { kind: 'none', signChanges: 0 }
  const rates = roots(trimmed(flows))
    .map((root) => new Rate(1).div(root).minus(1))
    .sort((a, b) => a.cmp(b))
    .map(gridText)
  const [rate] = rates
  if (rate === undefined) return { kind: 'none', signChanges: changes }
  if (rates.length === 1) return { kind: 'one', rate, signChanges: changes }
  return { kind: 'several', rates, signChanges: changes }
}

/** Without the zeros at both ends: powers of x and of 1/x have no positive root. */
function trimmed(flows: readonly Decimal[]): Decimal[] {
  const first = flows.findIndex((flow) => !flow.isZero())
  const last = flows.findLastIndex((flow) => !flow.isZero())
  return flows.slice(first, last + 1).map((flow) => new Rate(flow))
}

function roots(coefficients: readonly Decimal[]): Decimal[] {
  const largest = Rate.max(...coefficients.map((coefficient) => coefficient.abs()))
  const numbers = coefficients.map((coefficient) => coefficient.div(largest).toNumber())
  const split = splitPower(numbers) ?? 0
  const derived = coefficients.map((coefficient, power) => coefficient.times(power - split))
  const points = turningPoints(numbers).map((point) => polish(derived, point))
  const signs = points.map((point) => signAt(coefficients, point))
  const touching = points.filter((_, index) => signs[index] === 0)
  const stops = [new Rate(LOWEST), ...points, new Rate(HIGHEST)]
  const atStops = [coefficients[0]?.s ?? 0, ...signs, coefficients.at(-1)?.s ?? 0]
  const crossing = stops.slice(1).flatMap((high, index) => {
    const low = stops[index] ?? high
    const atLow = atStops[index] ?? 0
    if (atLow * (atStops[index + 1] ?? 0) >= 0) return []
    const start = bisect(numbers, { low: low.toNumber(), high: high.toNumber() }, atLow)
    return [refine(coefficients, { low, high, atLow }, start)]
  })
  return [...touching, ...crossing]
}

/** Newton's method without a bracket: a few steps, given up when they lead away. */
function polish(coefficients: readonly Decimal[], start: number): Decimal {
  let x: Decimal = new Rate(start)
  for (let round = 0; round < 4; round += 1) {
    const { value, slope } = evaluate(coefficients, x)
    if (value.isZero() || slope.isZero()) return x
    const step = value.div(slope)
    if (step.abs().gt(x.times('1e-6'))) return x
    x = x.minus(step)
    if (step.abs().lte(x.times(CLOSE))) return x
  }
  return x
}

/** Newton's method kept inside the bracket; bisection whenever it does not halve its step. */
function refine(
  coefficients: readonly Decimal[],
  bracket: { low: Decimal; high: Decimal; atLow: number },
  start: number,
): Decimal {
  let { low, high } = bracket
  let lastStep = high.minus(low)
  let x = new Rate(start)
  for (let round = 0; round < 500; round += 1) {
    const { value, slope } = evaluate(coefficients, x)
    if (value.isZero()) return x
    if (value.s === bracket.atLow) low = x
    else high = x
    let next = slope.isZero() ? low : x.minus(value.div(slope))
    const isSlow = next.minus(x).abs().times(2).gt(lastStep)
    if (isSlow || next.lte(low) || next.gte(high)) next = low.times(high).sqrt()
    lastStep = next.minus(x).abs()
    if (lastStep.lte(x.times(CLOSE))) return next
    x = next
  }
  return x
}

function evaluate(coefficients: readonly Decimal[], x: Decimal): { value: Decimal; slope: Decimal } {
  let value: Decimal = new Rate(0)
  let slope: Decimal = new Rate(0)
  for (let power = coefficients.length - 1; power >= 0; power -= 1) {
    slope = slope.times(x).plus(value)
    value = value.times(x).plus(coefficients[power] ?? 0)
  }
  return { value, slope }
}

function signAt(coefficients: readonly Decimal[], x: Decimal): number {
  const { value } = evaluate(coefficients, x)
  const sizes = coefficients.map((coefficient) => coefficient.abs())
  const size = evaluate(sizes, x).value
  return value.abs().lte(size.times(TOUCHES)) ? 0 : value.s
}

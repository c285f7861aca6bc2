/** Positive roots of real polynomials in plain numbers; coefficients ascending (c[m] belongs to x^m). */

/** Roots are looked for between these: 1 + rate between 1e-60 and 1e60. */
export const LOWEST = 1e-60
export const HIGHEST = 1e60
const TOUCHES = 1e-14

type Bracket = { low: number; high: number }

/** Number of sign changes, zeros left out: an upper bound of the positive roots (Descartes). */
export function signChanges(signs: readonly number[]): number {
  const clear = signs.filter((sign) => sign !== 0)
  return clear.filter((sign, index) => index > 0 && Math.sign(sign) !== Math.sign(clear[index - 1] ?? 0))
    .length
}

/**
 * Points between which p(x)/x^k is monotone, k lying in the first sign change: the positive roots of
 * Σ (m-k)·c[m]·x^m, which has one sign change less. So the descent ends, and between two neighbouring points there
 * is at most one root of p (Rolle).
 */
export function turningPoints(coefficients: readonly number[]): number[] {
  const split = splitPower(coefficients)
  if (split === null) return []
  const derived = coefficients.map((coefficient, power) => coefficient * (power - split))
  const largest = Math.max(...derived.map(Math.abs))
  return positiveRoots(derived.map((coefficient) => coefficient / largest))
}

/** Intervals that the turning points cut out of (0, ∞). */
function intervals(points: readonly number[]): Bracket[] {
  const stops = [LOWEST, ...points, HIGHEST]
  return stops.slice(1).map((high, index) => ({ low: stops[index] ?? LOWEST, high }))
}

/** Geometric bisection; p must have the sign atLow at the lower end and the other one at the upper end. */
export function bisect(coefficients: readonly number[], bracket: Bracket, atLow: number): number {
  let { low, high } = bracket
  for (let round = 0; round < 200; round += 1) {
    const middle = Math.sqrt(low) * Math.sqrt(high)
    if (middle <= low || middle >= high) break
    if (Math.sign(evaluate(coefficients, middle).value) === atLow) low = middle
    else high = middle
  }
  return Math.sqrt(low) * Math.sqrt(high)
}

function positiveRoots(coefficients: readonly number[]): number[] {
  const points = turningPoints(coefficients)
  const touching = points.filter((point) => signAt(coefficients, point) === 0)
  const crossing = intervals(points)
    .filter(({ low, high }) => signAt(coefficients, low) * signAt(coefficients, high) < 0)
    .map((bracket) => bisect(coefficients, bracket, signAt(coefficients, bracket.low)))
  return [...touching, ...crossing].sort((a, b) => a - b)
}

/** Half way between the two powers of the first sign change; null without one. */
export function splitPower(coefficients: readonly number[]): number | null {
  let last: number | null = null
  for (const [power, coefficient] of coefficients.entries()) {
    if (coefficient === 0) continue
    if (last !== null && Math.sign(coefficient) !== Math.sign(coefficients[last] ?? 0))
      return (last + power) / 2
    last = power
  }
  return null
}

function signAt(coefficients: readonly number[], x: number): number {
  const { value, size } = evaluate(coefficients, x)
  return Math.abs(value) <= size * TOUCHES ? 0 : Math.sign(value)
}

/** Horner; above 1 in 1/x, that is p(x)/x^n, which has the same sign and cannot overflow. */
function evaluate(coefficients: readonly number[], x: number): { value: number; size: number } {
  const count = coefficients.length
  const isAboveOne = x > 1
  const y = isAboveOne ? 1 / x : x
  let value = 0
  let size = 0
  for (let index = 0; index < count; index += 1) {
    const coefficient = coefficients[isAboveOne ? index : count - 1 - index] ?? 0
    value = value * y + coefficient
    size = size * y + Math.abs(coefficient)
  }
  return { value, size }
}

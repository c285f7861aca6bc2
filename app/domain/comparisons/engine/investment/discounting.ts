import type { Decimal } from 'decimal.js'
import { one, sum } from '../decimal.ts'

/** 1/(1+r)^t for t = 0 … years. rate: per year, as a fraction; RangeError at -1 and below. */
export function discountFactors(rate: Decimal, years: number): Decimal[] {
  if (!rate.gt(-1)) throw new RangeError('rate must be above -1')
  const factor = one.div(rate.plus(1))
  const factors = [one]
  let current = one
  for (let year = 1; year <= years; year += 1) {
    current = current.times(factor)
    factors.push(current)
  }
  return factors
}

/** Each flow at its value of t = 0. flows: t = 0 first, then year-end. */
export function discounted(flows: readonly Decimal[], rate: Decimal): Decimal[] {
  const factors = discountFactors(rate, flows.length - 1)
  return flows.map((flow, year) => flow.times(factors[year] ?? one))
}

/** Σ CFₜ/(1+r)^t: of costs the life-cycle cost (IEC 60300-3-3), of cash flows the NPV. */
export function presentValue(flows: readonly Decimal[], rate: Decimal): Decimal {
  return sum(discounted(flows, rate))
}

import type { Decimal } from 'decimal.js'
import { Exact, gridText, zero } from '../decimal.ts'
import type { Payback } from '../result.ts'

/**
 * Time until the cumulated flow first reaches zero, interpolated within the year. flows: t = 0 first, then
 * year-end; give present values for the discounted payback. Flows of zero before the first outlay do not count as
 * recovered; when the first flow that is not zero comes in, there is nothing to pay back and the answer is 0.
 * 'never' when the horizon ends first, and when nothing ever flows.
 */
export function payback(flows: readonly Decimal[]): Payback {
  const first = flows.find((flow) => !flow.isZero())
  if (!first) return { kind: 'never' }
  let years: Decimal | null = first.gt(0) ? zero : null
  let hasStarted = false
  let isLasting = true
  let total = zero
  flows.forEach((flow, year) => {
    const after = total.plus(flow)
    if (years === null && hasStarted && after.gte(0)) years = new Exact(year - 1).plus(total.neg().div(flow))
    else if (years !== null && after.lt(0)) isLasting = false
    hasStarted ||= !flow.isZero()
    total = after
  })
  return years === null ? { kind: 'never' } : { kind: 'years', years: gridText(years), isLasting }
}

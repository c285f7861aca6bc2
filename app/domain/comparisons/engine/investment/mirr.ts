import { Decimal } from 'decimal.js'
import { gridText } from '../decimal.ts'

const Rate = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_UP })

/**
 * Modified internal rate of return, per year: (FV of what comes in / PV of what goes out)^(1/n) - 1, both at the
 * discount rate. presentValues: of the flows, t = 0 first; n is their number less one. null unless money both goes
 * out and comes in. It has one value where the internal rate has several.
 */
export function modifiedRate(presentValues: readonly Decimal[], discountRate: Decimal): string | null {
  const years = presentValues.length - 1
  let paid: Decimal = new Rate(0)
  let received: Decimal = new Rate(0)
  for (const value of presentValues) {
    if (value.gt(0)) received = received.plus(value)
    else paid = paid.minus(value)
  }
  if (years < 1 || paid.isZero() || received.isZero()) return null
  // FV = PV·(1+r)^n, so the growth factor comes out of the root.
  const growth = received.div(paid).pow(new Rate(1).div(years)).times(discountRate.plus(1))
  return gridText(growth.minus(1))
}

import type { Decimal } from 'decimal.js'
import { Exact, gridText, positive } from '../decimal.ts'

export type BearingLoad = {
  kind: 'ball' | 'roller'
  /** Basic dynamic load rating C, kN. */
  dynamicRating: Decimal.Value
  /** Equivalent dynamic load P, kN. */
  equivalentLoad: Decimal.Value
  /** Speed n, revolutions per minute. */
  revolutionsPerMinute: Decimal.Value
}

/**
 * Basic rating life L10h in operating hours, reached by 90 % of like bearings: 10⁶/(60n)·(C/P)^p, with p = 3 for
 * ball and 10/3 for roller bearings. All inputs above zero, else RangeError. Source: ISO 281.
 */
export function bearingLife(load: BearingLoad): string {
  const ratio = positive(load.dynamicRating, 'dynamicRating').div(
    positive(load.equivalentLoad, 'equivalentLoad'),
  )
  const revolutionsPerHour = positive(load.revolutionsPerMinute, 'revolutionsPerMinute').times(60)
  const millions = load.kind === 'ball' ? ratio.pow(3) : ratio.pow(10).cbrt()
  return gridText(new Exact(1_000_000).div(revolutionsPerHour).times(millions))
}

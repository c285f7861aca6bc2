import type { Decimal } from 'decimal.js'
import { Exact, type Unit } from './read-unit.ts'

/** So far two values may differ and still be the same: factors such as 1/60 do not end. */
const tolerance = new Exact('1e-30')

/** A value in base units of the SI. `value` is a plain decimal text. */
export function inBase(value: string, unit: Unit): Decimal {
  return new Exact(value).times(unit.factor).plus(unit.offset)
}

/** −1, 0 or 1 as `a` is less than, the same as or more than `b`; null when their units do not compare. */
export function compareQuantities(
  a: { value: string; unit: Unit },
  b: { value: string; unit: Unit },
): -1 | 0 | 1 | null {
  if (a.unit.dimension !== b.unit.dimension) return null
  const [left, right] = [inBase(a.value, a.unit), inBase(b.value, b.unit)]
  const difference = left.minus(right)
  const scale = Exact.max(left.abs(), right.abs())
  if (difference.abs().lte(scale.times(tolerance))) return 0
  return difference.isNegative() ? -1 : 1
}

/** (to − from) / |from| of two values in comparable units; null from zero, or of temperatures, whose zero is arbitrary. */
export function relativeChange(
  from: { value: string; unit: Unit },
  to: { value: string; unit: Unit },
): number | null {
  if (from.unit.dimension !== to.unit.dimension || !from.unit.offset.isZero() || !to.unit.offset.isZero())
    return null
  const before = inBase(from.value, from.unit)
  if (before.isZero()) return null
  return inBase(to.value, to.unit).minus(before).div(before.abs()).toNumber()
}

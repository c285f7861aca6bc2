import type { Decimal } from 'decimal.js'
import { finite, gridText, one } from '../decimal.ts'

/**
 * Present value of 1 at the end of each of the years: (1-(1+r)^-N)/r, N when r = 0. Dimension: years.
 * rate: per year, as a fraction, above -1; years: whole, at least 1; else RangeError. Source: VDI 2884.
 */
export function annuityFactor(rate: Decimal.Value, years: number): string {
  return gridText(factor(rate, years))
}

/**
 * What 1 of present value costs at the end of each of the years: r/(1-(1+r)^-N), 1/N when r = 0. Dimension: 1/year.
 * Inputs and errors as annuityFactor. Source: VDI 2884.
 */
export function capitalRecoveryFactor(rate: Decimal.Value, years: number): string {
  return gridText(one.div(factor(rate, years)))
}

/**
 * Equivalent annual cost, PV·CRF, in currency per year: makes options of unequal lives comparable.
 * presentValue: currency at t = 0. Inputs and errors as annuityFactor. Source: IEC 60300-3-3.
 */
export function equivalentAnnualCost(
  presentValue: Decimal.Value,
  rate: Decimal.Value,
  years: number,
): string {
  return gridText(finite(presentValue, 'presentValue').div(factor(rate, years)))
}

function factor(rate: Decimal.Value, years: number): Decimal {
  const r = finite(rate, 'rate')
  if (!r.gt(-1)) throw new RangeError('rate must be above -1')
  if (!Number.isInteger(years) || years < 1) throw new RangeError('years must be a whole number, at least 1')
  if (r.isZero()) return one.times(years)
  return one.minus(r.plus(1).pow(-years)).div(r)
}

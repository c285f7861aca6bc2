import type { Decimal } from 'decimal.js'
import { finite, gridText, positive } from '../decimal.ts'

export type MotorDuty = {
  /** Rated shaft power, kW. */
  ratedKilowatts: Decimal.Value
  /** Mean load as a fraction of the rated power, 0 or more. */
  loadFactor: Decimal.Value
  /** Operating hours per year, 0 to 8784. */
  hoursPerYear: Decimal.Value
}

/**
 * Electrical energy of a motor, kWh per year: P·LF·h/η. efficiency: a fraction, above 0 and at most 1, at this load
 * (classes: IEC 60034-30-1). Throws RangeError outside these ranges.
 */
export function motorEnergy(duty: MotorDuty, efficiency: Decimal.Value): string {
  return gridText(shaftEnergy(duty).div(fraction(efficiency)))
}

/**
 * Energy saved by a motor of other efficiency at the same duty, kWh per year: P·LF·h·(1/η_ref - 1/η_new); negative
 * when the new one needs more. Ranges and errors as motorEnergy.
 */
export function motorEnergySaving(
  duty: MotorDuty,
  referenceEfficiency: Decimal.Value,
  newEfficiency: Decimal.Value,
): string {
  const energy = shaftEnergy(duty)
  return gridText(energy.div(fraction(referenceEfficiency)).minus(energy.div(fraction(newEfficiency))))
}

function shaftEnergy({ ratedKilowatts, loadFactor, hoursPerYear }: MotorDuty): Decimal {
  const load = finite(loadFactor, 'loadFactor')
  const hours = finite(hoursPerYear, 'hoursPerYear')
  if (load.lt(0)) throw new RangeError('loadFactor must not be negative')
  if (hours.lt(0) || hours.gt(8784)) throw new RangeError('hoursPerYear must be between 0 and 8784')
  return positive(ratedKilowatts, 'ratedKilowatts').times(load).times(hours)
}

function fraction(efficiency: Decimal.Value): Decimal {
  const value = positive(efficiency, 'efficiency')
  if (value.gt(1)) throw new RangeError('efficiency must be at most 1')
  return value
}

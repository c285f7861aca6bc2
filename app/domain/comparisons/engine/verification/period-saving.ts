import type { Decimal } from 'decimal.js'
import { Exact, gridText, inspectDecimal, onGrid, sum, zero } from '../decimal.ts'

export const VERIFICATION_VERSION = '1.0.0'

/** Values for a month, in the quantity's own unit; `price` is of one unit of it. */
export type MeasuredQuantity = { id: string; baseline: string; followsVolume: boolean; price: string }
/** Adjustments are added to the baseline: positive where the month would have needed more under its conditions. */
export type QuantityReading = { quantityId: string; value: string; routine: string; nonRoutine: string }

export type PeriodInput = {
  /** Units made in a month of the baseline, and in this one; wanted where a baseline follows the volume. */
  baselineVolume: string | null
  volume: string | null
  quantities: MeasuredQuantity[]
  readings: QuantityReading[]
}

export type QuantitySaving = {
  quantityId: string
  baseline: string
  /** baseline × (volume / baseline volume − 1); zero where the baseline does not follow the volume. */
  volumeAdjustment: string
  routine: string
  nonRoutine: string
  adjustedBaseline: string
  measured: string
  /** In the unit of the quantity. */
  saving: string
  /** saving × price. */
  amount: string
}

/** Plain decimal texts. The amount is the sum of the quantities' amounts. */
export type PeriodSaving = { engineVersion: string; quantities: QuantitySaving[]; amount: string }

/**
 * Avoided use or cost of a month (IPMVP Core Concepts, EVO 10000-1, equation 1):
 * saving = (baseline − reporting) ± routine adjustments ± non-routine adjustments. The change of the volume is a routine
 * adjustment by formula, the others are values with a reason. Sums and products are exact; the quotient of the volumes and the
 * amounts are stated on 18 decimal places.
 * @throws RangeError for a value that is no decimal, is missing, or for a baseline volume of zero
 */
export function periodSaving(input: PeriodInput): PeriodSaving {
  const readings = new Map(input.readings.map((each) => [each.quantityId, each]))
  const quantities = input.quantities.map((quantity) => {
    const reading = readings.get(quantity.id)
    if (!reading) throw new RangeError(`nothing was measured of ${quantity.id}`)
    return quantitySaving(quantity, reading, input)
  })
  const amount = sum(quantities.map((each) => new Exact(each.amount)))
  return { engineVersion: VERIFICATION_VERSION, quantities, amount: gridText(amount) }
}

function quantitySaving(
  quantity: MeasuredQuantity,
  reading: QuantityReading,
  volumes: Pick<PeriodInput, 'baselineVolume' | 'volume'>,
): QuantitySaving {
  const baseline = number(quantity.baseline, 'baseline')
  const byVolume = quantity.followsVolume ? volumeAdjustment(baseline, volumes) : zero
  const routine = number(reading.routine, 'routine adjustment')
  const nonRoutine = number(reading.nonRoutine, 'non-routine adjustment')
  const measured = number(reading.value, 'measured value')
  const adjusted = baseline.plus(byVolume).plus(routine).plus(nonRoutine)
  const saving = adjusted.minus(measured)
  return {
    quantityId: quantity.id,
    baseline: baseline.toFixed(),
    volumeAdjustment: byVolume.toFixed(),
    routine: routine.toFixed(),
    nonRoutine: nonRoutine.toFixed(),
    adjustedBaseline: adjusted.toFixed(),
    measured: measured.toFixed(),
    saving: saving.toFixed(),
    amount: gridText(saving.times(number(quantity.price, 'price'))),
  }
}

function volumeAdjustment(
  baseline: Decimal,
  { baselineVolume, volume }: Pick<PeriodInput, 'baselineVolume' | 'volume'>,
): Decimal {
  if (baselineVolume === null || volume === null) throw new RangeError('the volume is missing')
  const before = number(baselineVolume, 'baseline volume')
  const now = number(volume, 'volume')
  if (before.lte(0)) throw new RangeError('baseline volume must be above zero')
  if (now.isNegative()) throw new RangeError('volume must not be negative')
  return onGrid(baseline.times(now.minus(before)).div(before))
}

function number(value: string, name: string): Decimal {
  if (inspectDecimal(value) !== 'valid') throw new RangeError(`${name} must be a decimal: ${value}`)
  return new Exact(value)
}

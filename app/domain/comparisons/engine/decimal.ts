import { Decimal } from 'decimal.js'

/**
 * The engine's numbers. 80 significant digits hold every sum and product of valid inputs exactly (19 + 19 digits
 * before the point, 12 + 12 after it, 2000 lines, 60 years), so the order of lines cannot change a figure.
 */
export const Exact = Decimal.clone({ defaults: true, precision: 80, rounding: Decimal.ROUND_HALF_UP })

/** Quotients, roots and present values are stated on this many decimal places; sums and products are exact. */
export const GRID_PLACES = 18

/** Inputs: below this magnitude and with no more decimal places than that. */
export const INPUT_LIMIT = '1e19'
export const INPUT_PLACES = 12

export const zero = new Exact(0)
export const one = new Exact(1)

const plain = /^-?\d{1,19}(\.\d{1,12})?$/
const anyDecimal = /^[+-]?\d{1,60}(\.\d{1,60})?(e[+-]?\d{1,3})?$/i

/** Whether the text is a decimal that the engine takes: '12.5', '-0.08', '1e-9'; no commas, no NaN, no Infinity. */
export function inspectDecimal(value: string): 'valid' | 'notANumber' | 'outOfRange' {
  if (plain.test(value)) return 'valid'
  if (!anyDecimal.test(value)) return 'notANumber'
  const number = new Exact(value)
  const isInRange = number.abs().lt(INPUT_LIMIT) && number.decimalPlaces() <= INPUT_PLACES
  return isInRange ? 'valid' : 'outOfRange'
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero)
}

/** Onto the grid, half away from zero. */
export function onGrid(value: Decimal): Decimal {
  return value.toDecimalPlaces(GRID_PLACES)
}

/** Plain decimal text of an exact amount: no exponent, no '-0', no trailing zeros. */
export function exactText(value: Decimal): string {
  return value.toFixed()
}

/** Plain decimal text on the grid. */
export function gridText(value: Decimal): string {
  return onGrid(value).toFixed()
}

/** A finite number, or RangeError that names the input. */
export function finite(value: Decimal.Value, name: string): Decimal {
  const number = new Exact(value)
  if (!number.isFinite()) throw new RangeError(`${name} must be a finite number`)
  return number
}

/** A number above zero, or RangeError that names the input. */
export function positive(value: Decimal.Value, name: string): Decimal {
  const number = finite(value, name)
  if (number.lte(0)) throw new RangeError(`${name} must be above zero`)
  return number
}

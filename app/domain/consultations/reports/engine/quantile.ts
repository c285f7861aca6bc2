/**
 * The value below which a part of some values lies, interpolated between the two that are nearest: so the median of two
 * is their mean. It is what `percentile_cont` of PostgreSQL gives (source: R. J. Hyndman, Y. Fan, Sample quantiles in
 * statistical packages, Am. Stat. 50, 1996, definition 7).
 * @param values in any order and of any unit; the result has the same. @param part from 0 to 1: 0.5 the median, 0.9 the P90.
 * @returns null of no value.
 * @throws RangeError where `part` is outside of 0 and 1.
 */
export function quantile(values: readonly number[], part: number): number | null {
  if (!(part >= 0 && part <= 1)) throw new RangeError(`part ${part}`)
  const sorted = Float64Array.from(values).sort()
  const place = (sorted.length - 1) * part
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (low === undefined || high === undefined) return null
  return low + (high - low) * (place - Math.floor(place))
}

/** The middle of some values, of two the mean; null of none. */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5)

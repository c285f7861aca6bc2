/** A share of some cases, with the range in which the share of all such cases lies at 95 %. Fractions from 0 to 1. */
export interface Share {
  count: number
  n: number
  share: number
  low: number
  high: number
}

/** The 0.975 quantile of the normal distribution: two-sided 95 %. */
const z = 1.959963984540054

/**
 * `count` of `n` as a share, with its Wilson score interval of 95 % without correction for continuity. Unlike the usual
 * interval it stays within 0 and 1, and is not empty where all or none were kept (source: E. B. Wilson, Probable inference,
 * J. Am. Stat. Assoc. 22, 1927; L. D. Brown, T. T. Cai, A. DasGupta, Stat. Sci. 16, 2001).
 * @param count whole, from 0 to `n`. @param n whole, not negative.
 * @returns null of no case at all: nothing is no share.
 * @throws RangeError where `count` is not one of `n`.
 */
export function shareOf(count: number, n: number): Share | null {
  if (!Number.isInteger(count) || !Number.isInteger(n) || count < 0 || count > n)
    throw new RangeError(`${count} of ${n}`)
  if (n === 0) return null
  const share = count / n
  const weight = 1 + z ** 2 / n
  const middle = (share + z ** 2 / (2 * n)) / weight
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / weight
  // At the ends the formula gives the very end, but for the last digit of a double.
  return {
    ...{ count, n, share },
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === n ? 1 : Math.min(1, middle + half),
  }
}

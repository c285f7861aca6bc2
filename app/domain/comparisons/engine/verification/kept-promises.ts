import { Exact } from '../decimal.ts'

/** Below this many nothing is said: few would say little, and could be recognised. */
export const FEWEST_PROMISES = 5

/** What became of earlier promises: verified over agreed, as fractions with four places. */
export type KeptPromises = { n: number; median: string; low: string; high: string }

/**
 * Median and range of verified ÷ agreed. What promised nothing, or a loss, has no ratio and does not count.
 * Null below `FEWEST_PROMISES`.
 */
export function keptPromises(promises: readonly { agreed: string; verified: string }[]): KeptPromises | null {
  const ratios = promises
    .filter(({ agreed }) => new Exact(agreed).gt(0))
    .map(({ agreed, verified }) => new Exact(verified).div(agreed))
    .sort((a, b) => a.cmp(b))
  const low = ratios[0]
  const high = ratios.at(-1)
  const upper = ratios[Math.floor(ratios.length / 2)]
  const lower = ratios[Math.floor((ratios.length - 1) / 2)]
  if (ratios.length < FEWEST_PROMISES || !low || !high || !upper || !lower) return null
  const text = (ratio: typeof low) => ratio.toDecimalPlaces(4).toFixed()
  return { n: ratios.length, median: text(upper.plus(lower).div(2)), low: text(low), high: text(high) }
}

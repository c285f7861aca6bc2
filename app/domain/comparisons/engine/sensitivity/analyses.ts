import type { SavingModel, Uncertain } from './model.ts'

const likelyOf = (uncertain: readonly Uncertain[]) => uncertain.map(({ likely }) => likely)

export type TornadoBar = { name: string; atLow: number; atHigh: number }

/** NPV with each input at its low and its high end, the others as likely; the widest bar first. */
export function tornado(model: SavingModel, uncertain: readonly Uncertain[]): TornadoBar[] {
  const values = likelyOf(uncertain)
  const bars = uncertain.map(({ name, low, high, likely }, index) => {
    values[index] = low
    const atLow = model.npv(values)
    values[index] = high
    const atHigh = model.npv(values)
    values[index] = likely
    return { name, atLow, atHigh }
  })
  return bars.sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
}

/** none: the sign is the same at both ends, so no value between them is looked for. */
export type Crossing =
  | { kind: 'at'; name: string; value: number }
  | { kind: 'none'; name: string; atLow: number; atHigh: number }

/** For each input the value between its ends at which nothing is saved any more, the others as likely. */
export function breakEvens(model: SavingModel, uncertain: readonly Uncertain[]): Crossing[] {
  return crossings(model.npv, uncertain)
}

/**
 * What would have to be true of each input, the others as likely, for the switch to be paid back within the wanted years
 * (simple payback, within a year in proportion). years: above 0 and within the horizon, else RangeError.
 */
export function whatMustHold(model: SavingModel, uncertain: readonly Uncertain[], years: number): Crossing[] {
  return crossings((values) => {
    const flows = model.flows(values)
    if (!(years > 0 && years <= flows.length - 1)) throw new RangeError('years must lie within the horizon')
    const whole = Math.floor(years)
    const before = flows.slice(0, whole + 1).reduce((total, flow) => total + flow, 0)
    return before + (years - whole) * (flows[whole + 1] ?? 0)
  }, uncertain)
}

function crossings(figure: (values: number[]) => number, uncertain: readonly Uncertain[]): Crossing[] {
  return uncertain.map(({ name, low, high }, index) => {
    const values = likelyOf(uncertain)
    const at = (value: number) => {
      values[index] = value
      return figure(values)
    }
    const atLow = at(low)
    const atHigh = at(high)
    if (atLow === 0) return { kind: 'at', name, value: low }
    if (atHigh === 0) return { kind: 'at', name, value: high }
    if (Math.sign(atLow) === Math.sign(atHigh)) return { kind: 'none', name, atLow, atHigh }
    return { kind: 'at', name, value: bisect(at, [low, high], Math.sign(atLow)) }
  })
}

function bisect(at: (value: number) => number, [from, to]: [number, number], signAtLow: number): number {
  let low = from
  let high = to
  for (let round = 0; round < 200; round += 1) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) break
    if (Math.sign(at(middle)) === signAtLow) low = middle
    else high = middle
  }
  return low + (high - low) / 2
}

export type Distribution = {
  seed: number
  runs: number
  p10: number
  p50: number
  p90: number
  mean: number
  /** Share of the runs in which something is saved. */
  positive: number
  /** Sorted, for the picture. */
  outcomes: Float64Array
}

export const MAX_RUNS = 100_000

/**
 * Monte Carlo with triangular distributions: NPV of `runs` draws. The same seed (whole, 0 to 2³²-1) and runs give the same figures
 * on every machine; both belong to the result. Percentiles are interpolated between the two nearest runs. RangeError for a seed
 * or a number of runs (1 to 100,000) that is none.
 */
export function monteCarlo(
  model: SavingModel,
  uncertain: readonly Uncertain[],
  { seed, runs }: { seed: number; runs: number },
): Distribution {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    throw new RangeError('seed must be 0 to 4294967295')
  if (!Number.isInteger(runs) || runs < 1 || runs > MAX_RUNS) throw new RangeError('runs must be 1 to 100000')
  const next = mulberry32(seed)
  const values = likelyOf(uncertain)
  const outcomes = new Float64Array(runs)
  for (let run = 0; run < runs; run += 1) {
    uncertain.forEach((item, index) => {
      values[index] = triangular(item, next())
    })
    outcomes[run] = model.npv(values)
  }
  outcomes.sort()
  return {
    seed,
    runs,
    p10: percentile(outcomes, 0.1),
    p50: percentile(outcomes, 0.5),
    p90: percentile(outcomes, 0.9),
    mean: outcomes.reduce((total, value) => total + value / runs, 0),
    positive: outcomes.filter((value) => value > 0).length / runs,
    outcomes,
  }
}

/** Inverse of the triangular distribution; u between 0 and 1. Low where all three are one. */
export function triangular({ low, likely, high }: Omit<Uncertain, 'name' | 'target'>, u: number): number {
  if (high === low) return low
  const turn = (likely - low) / (high - low)
  const value =
    u < turn
      ? low + Math.sqrt(u * (high - low) * (likely - low))
      : high - Math.sqrt((1 - u) * (high - low) * (high - likely))
  return Math.min(high, Math.max(low, value))
}

function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)] ?? 0
  return below + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? below) - below)
}

/** Numbers from 0 to below 1, the same everywhere for a seed (mulberry32, 32-bit integers only). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

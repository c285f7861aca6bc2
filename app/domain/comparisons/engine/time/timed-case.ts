import type { CaseOption, CaseVolume } from '../case.ts'

/** A case whose costs change over the years. Texts are decimals; the amounts are in one currency. */
export type TimedCase = {
  /** 1 to 60. */
  horizonYears: number
  /** As in ComparisonCase: a year that is not given has the last given volume before it. */
  volumes: CaseVolume[]
  /** Share of the volume in year 1 (fraction), rising evenly to the whole volume in year `fullFrom`. */
  ramp: { share: string; fullFrom: number } | null
  discount: Discount
  /** When running costs of a year fall: at its end (exponent t) or in its middle (t - 0.5). */
  timing: 'year_end' | 'mid_year'
  /** By category, per year, as a fraction; 0 where there is none. */
  escalation: Readonly<Record<string, string>>
  options: CaseOption[]
  lines: TimedLine[]
}

/**
 * rate: per year, as a fraction, nominal or real. amounts: of which kind the costs with their escalation are. Where the two
 * differ, inflation is needed and the rate is converted, 1+nominal = (1+real)(1+inflation); they are never mixed.
 */
export type Discount = {
  rate: string
  kind: 'nominal' | 'real'
  amounts: 'nominal' | 'real'
  inflation: string | null
}

/**
 * per_batch: once for each `size` units, parts of a batch count in part; per_event: `events` times a year. one_off: at the end
 * of `year` (0 is the beginning), at the price of t = 0 with its escalation; where an option has a life (whole years), it is bought
 * again whenever the life ends before the horizon does, and what is left of the last one is taken off at the end.
 */
export type TimedBasis =
  | { basis: 'per_unit' | 'per_year' }
  | { basis: 'per_batch'; size: string }
  | { basis: 'per_event'; events: string }
  | { basis: 'one_off'; year: number; lives: Readonly<Record<string, number>> }

export type TimedLine = {
  id: string
  name: string
  category: string
  values: Readonly<Record<string, string | null>>
} & TimedBasis

/** Rates and escalations lie between these; so no figure leaves the range of numbers in 60 years. */
export const LOWEST_RATE = '-0.9'
export const HIGHEST_RATE = '10'

/** Volumes before the ramp, as texts: see CaseVolume. */
export function givenVolumes({ volumes, horizonYears }: TimedCase): string[] {
  const given = new Map(volumes.map(({ year, quantity }) => [year, quantity]))
  let current = '0'
  return Array.from({ length: horizonYears }, (_, index) => {
    current = given.get(index + 1) ?? current
    return current
  })
}

/** Years in which a thing of this life is bought, and what share of the last one is left at the horizon. */
export function purchases(year: number, life: number | undefined, horizon: number) {
  if (life === undefined) return { years: [year], left: 0, leftOver: 1 }
  const span = horizon - year
  const again = Math.max(0, Math.ceil(span / life) - 1)
  const years = Array.from({ length: again + 1 }, (_, index) => year + index * life)
  return { years, left: span === 0 ? life : life - (span - again * life), leftOver: life }
}

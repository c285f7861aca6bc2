/**
 * What a comparison is calculated from. Every value is a decimal text in the case's currency, already resolved
 * between the two sides (see resolve.ts), and says the same on the server and in the browser.
 */
export type ComparisonCase = {
  /** ISO 4217; one currency for the whole case. */
  currency: string
  /** Per year, as a fraction: '0.08' is 8 %. Above -1. */
  discountRate: string
  /** Whole years, 1 to 60. */
  horizonYears: number
  volumes: CaseVolume[]
  options: CaseOption[]
  lines: CaseLine[]
}

/**
 * Units per year; year 1 is the first. Year 1 must be given. A year that is not given, or null, has the last
 * given volume before it. Years after the horizon are ignored.
 */
export type CaseVolume = { year: number; quantity: string | null }

/** Exactly one option is the baseline; the others are the alternatives. */
export type CaseOption = { id: string; name: string; isBaseline: boolean }

/** per_unit: each unit of each year; per_year: each year of the horizon; one_off: once, at t = 0. */
export type CaseBasis = 'per_unit' | 'per_year' | 'one_off'

export type CaseLine = {
  id: string
  name: string
  category: string
  basis: CaseBasis
  /** By option id. A cost is positive, a recovery or revenue negative; null is missing and stops the calculation. */
  values: Record<string, string | null>
}

export const MAX_HORIZON_YEARS = 60
export const MAX_LINES = 2000
export const MAX_OPTIONS = 20

/** Order in which categories are stated, along the life of the product; others follow by name. */
export const CATEGORY_ORDER = [
  'material',
  'assembly',
  'process',
  'test',
  'scrap_and_rework',
  'energy',
  'maintenance',
  'downtime',
  'logistics',
  'stock',
  'warranty',
  'tooling',
  'qualification',
  'disposal',
] as const

/** The value that a line has for an option; null when missing. */
export function lineValue(line: CaseLine, optionId: string): string | null {
  return Object.hasOwn(line.values, optionId) ? (line.values[optionId] ?? null) : null
}

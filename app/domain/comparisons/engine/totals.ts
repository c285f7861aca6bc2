import type { Decimal } from 'decimal.js'
import type { ComparisonCase } from './case.ts'
import { CATEGORY_ORDER, lineValue } from './case.ts'
import { Exact, sum, zero } from './decimal.ts'

/** An option's cost in one category: per unit, per year, and once. */
export type CategoryTotal = {
  category: string
  per_unit: Decimal
  per_year: Decimal
  one_off: Decimal
}

/** Volumes of years 1 to the horizon; see CaseVolume for the years that are not given. */
export function yearlyVolumes({ volumes, horizonYears }: ComparisonCase): Decimal[] {
  const given = new Map(volumes.map(({ year, quantity }) => [year, quantity]))
  let current = zero
  return Array.from({ length: horizonYears }, (_, index) => {
    const quantity = given.get(index + 1)
    if (quantity != null) current = new Exact(quantity)
    return current
  })
}

/** All categories of the case with the option's totals, in the order of CATEGORY_ORDER, then by name. */
export function categoryTotals({ lines }: ComparisonCase, optionId: string): CategoryTotal[] {
  const totals = new Map<string, CategoryTotal>()
  for (const line of lines) {
    let total = totals.get(line.category)
    if (!total) {
      total = { category: line.category, per_unit: zero, per_year: zero, one_off: zero }
      totals.set(line.category, total)
    }
    const value = lineValue(line, optionId)
    if (value === null) throw new RangeError(`line ${line.id} has no value for option ${optionId}`)
    total[line.basis] = total[line.basis].plus(value)
  }
  return [...totals.values()].sort(byOrder)
}

/** One-off costs first (year 0), then the running cost of each year. */
export function yearlyCosts(totals: CategoryTotal[], volumes: Decimal[]): Decimal[] {
  const perUnit = sum(totals.map((total) => total.per_unit))
  const perYear = sum(totals.map((total) => total.per_year))
  const oneOff = sum(totals.map((total) => total.one_off))
  return [oneOff, ...volumes.map((volume) => perUnit.times(volume).plus(perYear))]
}

/** The categories of the lines, in the same order. */
export function categoriesOf(lines: readonly { category: string }[]): string[] {
  const categories = [...new Set(lines.map(({ category }) => category))]
  return categories
    .map((category) => ({ category }))
    .sort(byOrder)
    .map(({ category }) => category)
}

function byOrder(a: { category: string }, b: { category: string }): number {
  const difference = rank(a.category) - rank(b.category)
  if (difference !== 0) return difference
  return a.category < b.category ? -1 : 1
}

function rank(category: string): number {
  const known: readonly string[] = CATEGORY_ORDER
  const index = known.indexOf(category)
  return index === -1 ? known.length : index
}

import { Exact, gridText, onGrid, sum, zero } from '../decimal.ts'
import type { YearAmount } from '../result.ts'

/**
 * What was agreed, month by month: a twelfth of each year's saving. The last month of a year takes what rounding left, so twelve
 * months are the year to the last digit. Months behind the horizon promise nothing.
 */
export function monthlyForecast(savingByYear: readonly YearAmount[], months: number): string[] {
  const years = new Map(savingByYear.map(({ year, amount }) => [year, new Exact(amount)]))
  return Array.from({ length: months }, (_, index) => {
    const year = years.get(Math.floor(index / 12) + 1) ?? zero
    const month = onGrid(year.div(12))
    return gridText(index % 12 === 11 ? year.minus(month.times(11)) : month)
  })
}

/** The running totals; null from the first month on of which nothing is known. */
export function cumulated(amounts: readonly (string | null)[]): (string | null)[] {
  let total = zero
  let isKnown = true
  return amounts.map((amount) => {
    isKnown &&= amount !== null
    if (!isKnown || amount === null) return null
    total = total.plus(amount)
    return total.toFixed()
  })
}

export function total(amounts: readonly string[]): string {
  return sum(amounts.map((amount) => new Exact(amount))).toFixed()
}

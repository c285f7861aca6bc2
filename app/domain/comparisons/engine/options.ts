import type { Decimal } from 'decimal.js'
import type { CaseOption, ComparisonCase } from './case.ts'
import { exactText, gridText, onGrid, sum } from './decimal.ts'
import { presentValue } from './investment/discounting.ts'
import { equivalentAnnualCost } from './life-cycle/annuity.ts'
import type { OptionResult } from './result.ts'
import { type CategoryTotal, categoryTotals, yearlyCosts } from './totals.ts'

/** An option's costs while they are still numbers. */
export type OptionCosts = {
  option: CaseOption
  /** Year 0 holds the one-off costs. */
  byYear: Decimal[]
  byCategory: { category: string; perUnit: Decimal | null; horizon: Decimal }[]
  unitCost: Decimal | null
}

export function optionCosts(input: ComparisonCase, option: CaseOption, volumes: Decimal[]): OptionCosts {
  const totals = categoryTotals(input, option.id)
  const firstVolume = volumes[0]
  const allVolume = sum(volumes)
  const byCategory = totals.map((total) => ({
    category: total.category,
    perUnit: firstVolume === undefined || firstVolume.isZero() ? null : unitEquivalent(total, firstVolume),
    horizon: total.per_unit.times(allVolume).plus(total.per_year.times(volumes.length)).plus(total.one_off),
  }))
  const unitCost =
    firstVolume === undefined || firstVolume.isZero()
      ? null
      : sum(byCategory.flatMap(({ perUnit }) => perUnit ?? []))
  return { option, byYear: yearlyCosts(totals, volumes), byCategory, unitCost }
}

export function optionResult(costs: OptionCosts, discountRate: Decimal): OptionResult {
  const years = costs.byYear.length - 1
  const value = presentValue(costs.byYear, discountRate)
  return {
    optionId: costs.option.id,
    unitCost: costs.unitCost && exactText(costs.unitCost),
    oneOffCost: exactText(costs.byYear[0] ?? sum([])),
    horizonCost: exactText(sum(costs.byYear)),
    presentValue: gridText(value),
    equivalentAnnualCost: equivalentAnnualCost(value, discountRate, years),
    costByYear: costs.byYear.map((amount, year) => ({ year, amount: exactText(amount) })),
    costByCategory: costs.byCategory.map(({ category, perUnit, horizon }) => ({
      category,
      perUnit: perUnit && exactText(perUnit),
      horizon: exactText(horizon),
    })),
  }
}

/** Each category is put on the grid by itself, so that categories, unit costs and bridge add up exactly. */
function unitEquivalent(total: CategoryTotal, volume: Decimal): Decimal {
  return onGrid(total.per_unit.plus(total.per_year.div(volume)))
}

import { Exact, gridText, onGrid, sum } from '../decimal.ts'
import type { AlternativeResult, CaseResult } from '../result.ts'

/** `category` is null for what cannot be told apart. */
export type CategoryAmount = { category: string | null; amount: string }

/** The alternative that saves most in the first year: what a comparison promises before one is chosen. */
export function bestAlternative({ alternatives }: CaseResult): AlternativeResult | null {
  return alternatives.reduce<AlternativeResult | null>(
    (best, each) => (best && new Exact(best.firstYearSaving).gte(each.firstYearSaving) ? best : each),
    null,
  )
}

/**
 * The saving of the first year by category; the sum is the first year's saving to the last digit: the largest part takes what
 * rounding left. Without a volume in the first year there is no cost per unit to tell categories apart.
 */
export function firstYearByCategory(result: CaseResult, alternative: AlternativeResult): CategoryAmount[] {
  const baseline = result.options.find(({ optionId }) => optionId === result.baselineId)
  const option = result.options.find(({ optionId }) => optionId === alternative.optionId)
  const volume = result.volumes.find(({ year }) => year === 1)?.quantity
  const whole = [{ category: null, amount: alternative.firstYearSaving }]
  if (!baseline || !option || !volume || baseline.unitCost === null) return whole
  const perUnit = (costs: typeof option) =>
    new Map(costs.costByCategory.map((each) => [each.category, each.perUnit ?? '0']))
  const before = perUnit(baseline)
  const after = perUnit(option)
  const parts = [...new Set([...before.keys(), ...after.keys()])].map((category) => ({
    category,
    amount: onGrid(
      new Exact(before.get(category) ?? 0).minus(after.get(category) ?? 0).times(volume),
    ).toFixed(),
  }))
  return fitted(parts, alternative.firstYearSaving)
}

/** The same parts in another total, in proportion. */
export function scaled(parts: readonly CategoryAmount[], total: string): CategoryAmount[] {
  const whole = sum(parts.map(({ amount }) => new Exact(amount)))
  if (whole.isZero()) return [{ category: null, amount: total }]
  const inProportion = parts.map(({ category, amount }) => ({
    category,
    amount: gridText(new Exact(amount).times(total).div(whole)),
  }))
  return fitted(inProportion, total)
}

/** What is left of the parts after others were taken from them, category by category; nothing where all of it came. */
export function shortfall(
  expected: readonly CategoryAmount[],
  reached: readonly CategoryAmount[],
): CategoryAmount[] {
  const left = new Map<string | null, InstanceType<typeof Exact>>()
  for (const { category, amount } of expected)
    left.set(category, (left.get(category) ?? new Exact(0)).plus(amount))
  for (const { category, amount } of reached)
    left.set(category, (left.get(category) ?? new Exact(0)).minus(amount))
  if (sum([...left.values()]).lte(0)) return []
  return [...left]
    .map(([category, amount]) => ({ category, amount: amount.toFixed() }))
    .filter(({ amount }) => amount !== '0')
}

function fitted(parts: CategoryAmount[], total: string): CategoryAmount[] {
  const rest = new Exact(total).minus(sum(parts.map(({ amount }) => new Exact(amount))))
  const largest = parts.reduce<CategoryAmount | null>(
    (most, each) => (most && new Exact(most.amount).abs().gte(new Exact(each.amount).abs()) ? most : each),
    null,
  )
  if (!largest) return [{ category: null, amount: total }]
  return parts
    .map((each) =>
      each === largest ? { ...each, amount: new Exact(each.amount).plus(rest).toFixed() } : each,
    )
    .filter(({ amount }) => amount !== '0')
}

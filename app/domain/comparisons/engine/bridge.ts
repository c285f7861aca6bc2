import { exactText, zero } from './decimal.ts'
import type { OptionCosts } from './options.ts'
import type { BridgeStep, CostBridge } from './result.ts'

/**
 * From the baseline's unit cost to the alternative's, category by category, in year 1 and without one-off costs.
 * start + every amount = end, to the last digit. null when the volume of year 1 is zero. Both option's categories
 * are those of the case, in the same order.
 */
export function costBridge(baseline: OptionCosts, alternative: OptionCosts): CostBridge | null {
  if (!baseline.unitCost || !alternative.unitCost) return null
  let total = baseline.unitCost
  const steps: BridgeStep[] = alternative.byCategory.map(({ category, perUnit }, index) => {
    const amount = (perUnit ?? zero).minus(baseline.byCategory[index]?.perUnit ?? zero)
    const from = total
    total = total.plus(amount)
    return { category, amount: exactText(amount), from: exactText(from), to: exactText(total) }
  })
  return { start: exactText(baseline.unitCost), steps, end: exactText(alternative.unitCost) }
}

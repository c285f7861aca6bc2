import type { Decimal } from 'decimal.js'
import { costBridge } from './bridge.ts'
import { exactText, gridText, sum, zero } from './decimal.ts'
import { appraise } from './investment/appraisal.ts'
import type { OptionCosts } from './options.ts'
import type { AlternativeResult } from './result.ts'

/** What switching from the baseline to the alternative costs and saves. */
export function alternativeResult(
  baseline: OptionCosts,
  alternative: OptionCosts,
  discountRate: Decimal,
): AlternativeResult {
  const flows = baseline.byYear.map((cost, year) => cost.minus(alternative.byYear[year] ?? zero))
  const savings = flows.slice(1)
  const running = sum(savings)
  const switching = (flows[0] ?? zero).neg()
  const horizon = running.minus(switching)
  return {
    optionId: alternative.option.id,
    savingPerUnit:
      baseline.unitCost && alternative.unitCost && exactText(baseline.unitCost.minus(alternative.unitCost)),
    savingByYear: savings.map((amount, index) => ({ year: index + 1, amount: exactText(amount) })),
    firstYearSaving: exactText(savings[0] ?? zero),
    runningSaving: exactText(running),
    switchingCost: exactText(switching),
    horizonSaving: exactText(horizon),
    roi: switching.gt(0) ? gridText(horizon.div(switching)) : null,
    bridge: costBridge(baseline, alternative),
    ...appraise(flows, discountRate),
  }
}

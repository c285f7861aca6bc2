import type { Decimal } from 'decimal.js'
import { exactText, finite, gridText, sum } from '../decimal.ts'
import type { Appraisal } from '../result.ts'
import { discounted } from './discounting.ts'
import { internalRate } from './irr.ts'
import { modifiedRate } from './mirr.ts'
import { payback } from './payback.ts'

/**
 * NPV, internal and modified internal rate, simple and discounted payback of a row of cash flows.
 * cashFlows: in one currency, t = 0 first, then one at the end of each year; outlays negative. discountRate: per
 * year, as a fraction, above -1. Throws RangeError on an empty row, a value that is not finite, a rate of -1 or less.
 */
export function appraise(cashFlows: readonly Decimal.Value[], discountRate: Decimal.Value): Appraisal {
  if (cashFlows.length === 0) throw new RangeError('cashFlows must not be empty')
  const flows = cashFlows.map((flow) => finite(flow, 'cashFlows'))
  const rate = finite(discountRate, 'discountRate')
  const values = discounted(flows, rate)
  return {
    cashFlows: flows.map(exactText),
    npv: gridText(sum(values)),
    irr: internalRate(flows),
    mirr: modifiedRate(values, rate),
    simplePayback: payback(flows),
    discountedPayback: payback(values),
  }
}

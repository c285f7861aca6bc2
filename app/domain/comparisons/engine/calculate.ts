import { alternativeResult } from './alternatives.ts'
import type { ComparisonCase } from './case.ts'
import { Exact, exactText } from './decimal.ts'
import { optionCosts, optionResult } from './options.ts'
import type { CaseResult } from './result.ts'
import { yearlyVolumes } from './totals.ts'
import { validateCase } from './validate.ts'

/** Grows with every change that can change a figure; stored with each agreement. */
export const ENGINE_VERSION = '1.0.0'

/**
 * Life-cycle cost of each option and the appraisal of each alternative against the baseline.
 *
 * Convention: one-off costs fall at t = 0, running costs at the end of their year; nominal amounts with a nominal
 * rate, or real with real, never mixed. Units: the case's currency, units per year, years, rates as fractions.
 * Sums and products are exact; quotients, present values and rates are stated on 18 decimal places.
 * Source: IEC 60300-3-3 (life-cycle cost), VDI 2884 (comparison of alternatives).
 * Throws RangeError with the first problem when validateCase finds any.
 */
export function calculateCase(input: ComparisonCase): CaseResult {
  const [problem] = validateCase(input)
  if (problem) throw new RangeError(`${problem.path}: ${problem.key}`)
  const rate = new Exact(input.discountRate)
  const volumes = yearlyVolumes(input)
  const costs = input.options.map((option) => optionCosts(input, option, volumes))
  const baseline = costs.find(({ option }) => option.isBaseline)
  if (!baseline) throw new RangeError('options: comparisons:problem.noBaseline')
  return {
    engineVersion: ENGINE_VERSION,
    currency: input.currency,
    horizonYears: input.horizonYears,
    baselineId: baseline.option.id,
    volumes: volumes.map((volume, index) => ({ year: index + 1, quantity: exactText(volume) })),
    options: costs.map((option) => optionResult(option, rate)),
    alternatives: costs
      .filter((option) => option !== baseline)
      .map((option) => alternativeResult(baseline, option, rate)),
  }
}

import type { Decimal } from 'decimal.js'
import type { CaseOption } from '../case.ts'
import { Exact, exactText, gridText, one, sum, zero } from '../decimal.ts'
import { equivalentAnnualCost } from '../life-cycle/annuity.ts'
import { type Discount, givenVolumes, purchases, type TimedCase, type TimedLine } from './timed-case.ts'
import { validateTimed } from './validate-timed.ts'

export type TimedOption = {
  optionId: string
  /** Year 0 to the horizon: running cost, and one-off cost with replacements less what is left at the end. */
  years: { year: number; running: string; capital: string }[]
  presentValue: string
  equivalentAnnualCost: string
}

export type TimedResult = {
  /** The rate used, of the same kind as the amounts. */
  rate: string
  volumes: string[]
  options: TimedOption[]
  /** Present value of the baseline less that of the alternative. */
  alternatives: { optionId: string; npv: string }[]
}

/**
 * Costs by year with ramp, escalation, timing and replacements, in the engine's decimals: what is shown and signed. Year-t cost is
 * C₁(1+g)^(t-1); present value Σ C/(1+r)^t, one-off costs at the end of their year. Source: IEC 60300-3-3, VDI 2884.
 * Throws RangeError with the first problem of validateTimed.
 */
export function timeline(input: TimedCase): TimedResult {
  const [problem] = validateTimed(input)
  if (problem) throw new RangeError(`${problem.path}: ${problem.key}`)
  const rate = matchedRate(input.discount)
  const volumes = rampedVolumes(input)
  const results = input.options.map((option) => timedOption(input, option, { rate, volumes }))
  const baseline = results.find((_, index) => input.options[index]?.isBaseline)
  return {
    rate: gridText(rate),
    volumes: volumes.map(gridText),
    options: results.map(({ shown }) => shown),
    alternatives: results
      .filter((result) => result !== baseline)
      .map(({ shown, value }) => ({
        optionId: shown.optionId,
        npv: gridText((baseline?.value ?? zero).minus(value)),
      })),
  }
}

/** The discount rate of the same kind as the amounts. */
export function matchedRate({ rate, kind, amounts, inflation }: Discount): Decimal {
  const own = new Exact(rate).plus(1)
  if (kind === amounts) return own.minus(1)
  const prices = new Exact(inflation ?? 0).plus(1)
  return (kind === 'real' ? own.times(prices) : own.div(prices)).minus(1)
}

/** Annual cost of one good piece: EAC over good output. null without output. */
export function costPerGoodPiece(annualCost: string, annualOutput: string, goodShare: string): string | null {
  const good = new Exact(annualOutput).times(goodShare)
  return good.lte(0) ? null : gridText(new Exact(annualCost).div(good))
}

function rampedVolumes(input: TimedCase): Decimal[] {
  const { ramp } = input
  return givenVolumes(input).map((volume, index) => {
    if (!ramp || index + 1 >= ramp.fullFrom) return new Exact(volume)
    const share = new Exact(ramp.share)
    const risen = one
      .minus(share)
      .times(index)
      .div(ramp.fullFrom - 1)
    return share.plus(risen).times(volume)
  })
}

type Frame = { rate: Decimal; volumes: Decimal[] }

function timedOption(input: TimedCase, option: CaseOption, { rate, volumes }: Frame) {
  const running = runningCosts(input, option.id, volumes)
  const capital = capitalCosts(input, option.id)
  const early = input.timing === 'mid_year' ? rate.plus(1).sqrt() : one
  let factor = one
  const parts = running.map((amount, year) => {
    const value = amount
      .times(early)
      .plus(capital[year] ?? zero)
      .div(factor)
    factor = factor.times(rate.plus(1))
    return value
  })
  const value = sum(parts)
  const shown: TimedOption = {
    optionId: option.id,
    years: running.map((amount, year) => ({
      year,
      running: gridText(amount),
      capital: gridText(capital[year] ?? zero),
    })),
    presentValue: gridText(value),
    equivalentAnnualCost: equivalentAnnualCost(exactText(value), rate, input.horizonYears),
  }
  return { shown, value }
}

function runningCosts(input: TimedCase, optionId: string, volumes: Decimal[]): Decimal[] {
  const totals = new Map<string, { perUnit: Decimal; perYear: Decimal }>()
  for (const line of input.lines) {
    if (line.basis === 'one_off') continue
    const total = totals.get(line.category) ?? { perUnit: zero, perYear: zero }
    const value = new Exact(line.values[optionId] ?? 0)
    if (line.basis === 'per_unit') total.perUnit = total.perUnit.plus(value)
    if (line.basis === 'per_batch') total.perUnit = total.perUnit.plus(value.div(line.size))
    if (line.basis === 'per_year') total.perYear = total.perYear.plus(value)
    if (line.basis === 'per_event') total.perYear = total.perYear.plus(value.times(line.events))
    totals.set(line.category, total)
  }
  const costs = [zero, ...volumes.map(() => zero)]
  for (const [category, { perUnit, perYear }] of totals) {
    const growth = growthOf(input, category)
    let factor = one
    volumes.forEach((volume, index) => {
      const cost = perUnit.times(volume).plus(perYear).times(factor)
      costs[index + 1] = (costs[index + 1] ?? zero).plus(cost)
      if (!growth.eq(1)) factor = factor.times(growth)
    })
  }
  return costs
}

function capitalCosts(input: TimedCase, optionId: string): Decimal[] {
  const costs = Array.from({ length: input.horizonYears + 1 }, () => zero)
  const add = (year: number, amount: Decimal) => {
    costs[year] = (costs[year] ?? zero).plus(amount)
  }
  for (const line of input.lines) {
    if (line.basis !== 'one_off') continue
    const growth = growthOf(input, line.category)
    const { years, left, leftOver } = purchases(line.year, lifeOf(line, optionId), input.horizonYears)
    let last = zero
    for (const year of years) {
      last = growth.pow(year).times(line.values[optionId] ?? 0)
      add(year, last)
    }
    if (left > 0) add(input.horizonYears, last.times(left).div(leftOver).neg())
  }
  return costs
}

function growthOf({ escalation }: TimedCase, category: string): Decimal {
  return new Exact(Object.hasOwn(escalation, category) ? (escalation[category] ?? 0) : 0).plus(1)
}

export function lifeOf(line: Extract<TimedLine, { basis: 'one_off' }>, optionId: string): number | undefined {
  return Object.hasOwn(line.lives, optionId) ? line.lives[optionId] : undefined
}

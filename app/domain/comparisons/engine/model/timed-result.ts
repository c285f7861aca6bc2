import type { Decimal } from 'decimal.js'
import { costBridge } from '../bridge.ts'
import { Exact, exactText, gridText, one, onGrid, sum, zero } from '../decimal.ts'
import { appraise } from '../investment/appraisal.ts'
import type { OptionCosts } from '../options.ts'
import type {
  AlternativeResult,
  Appraisal,
  CaseResult,
  InternalRate,
  OptionResult,
  Payback,
} from '../result.ts'
import type { TimedCase } from '../time/timed-case.ts'
import { type TimedResult, timeline } from '../time/timeline.ts'
import { categoriesOf } from '../totals.ts'

/** An option's costs by year, running and one-off apart. */
type TimedCosts = OptionCosts & {
  running: Decimal[]
  capital: Decimal[]
  timed: TimedResult['options'][number]
}
export type TimedFigures = Omit<CaseResult, 'engineVersion' | 'currency'>

/**
 * The figures of a case whose costs change over the years, as those of any other: what is shown is the same. Years and present
 * values are those of `timeline`. One-off costs are those of all years, replacements included, less what is left at the end.
 * Throws RangeError with the first problem of validateTimed.
 */
export function timedResult(input: TimedCase): TimedFigures {
  const whole = timeline(input)
  const rate = new Exact(whole.rate)
  const parts = categoriesOf(input.lines).map((category) => {
    const lines = input.lines.filter((line) => line.category === category)
    return { category, result: timeline({ ...input, lines }) }
  })
  const costs = input.options.map((_, index) => optionCosts(input, index, { whole, parts }))
  const baseline = costs.find(({ option }) => option.isBaseline)
  if (!baseline) throw new RangeError('options: comparisons:problem.noBaseline')
  return {
    horizonYears: input.horizonYears,
    baselineId: baseline.option.id,
    volumes: whole.volumes.map((quantity, index) => ({ year: index + 1, quantity })),
    options: costs.map(optionOf),
    alternatives: costs
      .filter((option) => option !== baseline)
      .map((option) => alternativeOf([baseline, option], { input, whole, rate })),
  }
}

type Parts = { whole: TimedResult; parts: { category: string; result: TimedResult }[] }

function optionCosts(input: TimedCase, index: number, { whole, parts }: Parts): TimedCosts {
  const volume = new Exact(whole.volumes[0] ?? 0)
  const byCategory = parts.map(({ category, result }) => {
    const years = result.options[index]?.years ?? []
    return {
      category,
      perUnit: volume.isZero() ? null : onGrid(new Exact(years[1]?.running ?? 0).div(volume)),
      horizon: sum(years.flatMap(({ running, capital }) => [new Exact(running), new Exact(capital)])),
    }
  })
  const timed = whole.options[index]
  const option = input.options[index]
  if (!timed || !option) throw new RangeError('options')
  const running = timed.years.map((year) => new Exact(year.running))
  const capital = timed.years.map((year) => new Exact(year.capital))
  return {
    ...{ option, timed, running, capital, byCategory },
    byYear: running.map((amount, year) => amount.plus(capital[year] ?? zero)),
    unitCost: volume.isZero() ? null : sum(byCategory.flatMap(({ perUnit }) => perUnit ?? [])),
  }
}

function optionOf({ option, timed, capital, byYear, byCategory, unitCost }: TimedCosts): OptionResult {
  return {
    optionId: option.id,
    unitCost: unitCost && exactText(unitCost),
    oneOffCost: exactText(sum(capital)),
    horizonCost: exactText(sum(byCategory.map(({ horizon }) => horizon))),
    presentValue: timed.presentValue,
    equivalentAnnualCost: timed.equivalentAnnualCost,
    costByYear: byYear.map((amount, year) => ({ year, amount: exactText(amount) })),
    costByCategory: byCategory.map(({ category, perUnit, horizon }) => ({
      ...{ category, perUnit: perUnit && exactText(perUnit), horizon: exactText(horizon) },
    })),
  }
}

function alternativeOf(
  [baseline, alternative]: [TimedCosts, TimedCosts],
  { input, whole, rate }: { input: TimedCase; whole: TimedResult; rate: Decimal },
): AlternativeResult {
  const less = (a: Decimal[], b: Decimal[]) => a.map((amount, year) => amount.minus(b[year] ?? zero))
  const saved = less(baseline.running, alternative.running)
  const capital = less(baseline.capital, alternative.capital)
  const running = sum(saved)
  const switching = sum(capital).neg()
  const horizon = running.minus(switching)
  const npv = whole.alternatives.find(({ optionId }) => optionId === alternative.option.id)?.npv ?? '0'
  return {
    optionId: alternative.option.id,
    savingPerUnit:
      baseline.unitCost && alternative.unitCost && exactText(baseline.unitCost.minus(alternative.unitCost)),
    savingByYear: saved.slice(1).map((amount, index) => ({ year: index + 1, amount: exactText(amount) })),
    firstYearSaving: exactText(saved[1] ?? zero),
    runningSaving: exactText(running),
    switchingCost: exactText(switching),
    horizonSaving: exactText(horizon),
    roi: switching.gt(0) ? gridText(horizon.div(switching)) : null,
    bridge: costBridge(baseline, alternative),
    ...(input.timing === 'mid_year'
      ? halfYears(saved, capital, rate)
      : appraise(less(saved, negated(capital)), rate)),
    npv,
  }
}

const negated = (amounts: Decimal[]) => amounts.map((amount) => amount.neg())

/**
 * In mid-year timing running costs fall half a year before the end of theirs: a row of half years, whose rates are put into years
 * again, (1+h)²-1. The flows are stated by year.
 */
function halfYears(running: Decimal[], capital: Decimal[], rate: Decimal): Appraisal {
  const flows = Array.from({ length: 2 * running.length - 1 }, () => zero)
  running.forEach((amount, year) => {
    if (year > 0) flows[2 * year - 1] = amount
    flows[2 * year] = capital[year] ?? zero
  })
  const half = appraise(flows, rate.plus(1).sqrt().minus(1))
  return {
    ...half,
    cashFlows: running.map((amount, year) => exactText(amount.plus(capital[year] ?? zero))),
    irr: yearlyRates(half.irr),
    mirr: half.mirr && yearly(half.mirr),
    simplePayback: inYears(half.simplePayback),
    discountedPayback: inYears(half.discountedPayback),
  }
}

const yearly = (rate: string): string => gridText(one.plus(rate).pow(2).minus(1))

function yearlyRates(irr: InternalRate): InternalRate {
  if (irr.kind === 'one') return { ...irr, rate: yearly(irr.rate) }
  return irr.kind === 'several' ? { ...irr, rates: irr.rates.map(yearly) } : irr
}

function inYears(payback: Payback): Payback {
  return payback.kind === 'never' ? payback : { ...payback, years: gridText(new Exact(payback.years).div(2)) }
}

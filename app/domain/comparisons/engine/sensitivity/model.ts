import { givenVolumes, purchases, type TimedCase, type TimedLine } from '../time/timed-case.ts'
import { lifeOf, matchedRate } from '../time/timeline.ts'
import { validateTimed } from '../time/validate-timed.ts'

/** What of a case is uncertain. volume: a factor on all volumes (1 is as given). */
export type Target =
  | { kind: 'value'; lineId: string; optionId: string }
  | { kind: 'volume' }
  | { kind: 'discountRate' }
  | { kind: 'escalation'; category: string }

/** low ≤ likely ≤ high, finite; rates between -0.9 and 10. */
export type Uncertain = { name: string; target: Target; low: number; likely: number; high: number }

/** values: one for each uncertain input, in order. */
export type SavingModel = {
  /** Present value of what the alternative saves. */
  npv(values: readonly number[]): number
  /** What it saves in each year, year 0 first. */
  flows(values: readonly number[]): number[]
}

type State = { rate: number; volume: number; growth: Map<string, number>; values: [number, number][] }

/**
 * The saving of one alternative against the baseline in plain floating point, for the thousands of repetitions of tornado,
 * break-even and Monte Carlo. It agrees with `timeline` to 1e-9 of the larger present value; what is signed comes from there.
 * Throws RangeError when the case, the alternative or an uncertain input is not valid.
 */
export function savingModel(
  input: TimedCase,
  alternativeId: string,
  uncertain: readonly Uncertain[],
): SavingModel {
  const [problem] = validateTimed(input)
  if (problem) throw new RangeError(`${problem.path}: ${problem.key}`)
  const baselineId = input.options.find(({ isBaseline }) => isBaseline)?.id ?? ''
  if (!input.options.some(({ id }) => id === alternativeId))
    throw new RangeError('alternativeId is not an option')
  const ids: [string, string] = [baselineId, alternativeId]
  const state: State = {
    rate: matchedRate(input.discount).toNumber(),
    volume: 1,
    growth: new Map(Object.entries(input.escalation).map(([name, rate]) => [name, Number(rate)])),
    values: input.lines.map((line) => [Number(line.values[ids[0]]), Number(line.values[ids[1]])]),
  }
  const setters = uncertain.map((item) => setter(item, input, { state, ids }))
  const apply = (values: readonly number[]) => {
    for (const [index, set] of setters.entries()) set(values[index] ?? Number.NaN)
  }
  const frame = frameOf(input, ids)
  return {
    npv: (values) => {
      apply(values)
      return presentSaving(state, frame)
    },
    flows: (values) => {
      apply(values)
      return savings(state, frame)
    },
  }
}

function setter(item: Uncertain, input: TimedCase, { state, ids }: { state: State; ids: [string, string] }) {
  const { target, name, low, likely, high } = item
  const isRate = target.kind === 'discountRate' || target.kind === 'escalation'
  const [least, most] = isRate ? [-0.9, 10] : [target.kind === 'volume' ? 0 : -1e19, 1e19]
  const isOrdered = least <= low && low <= likely && likely <= high && high <= most
  if (!isOrdered) throw new RangeError(`${name}: low ≤ likely ≤ high, within the bounds, is needed`)
  const within = (value: number) => {
    if (value >= least && value <= most) return value
    throw new RangeError(`${name} must lie between ${least} and ${most}`)
  }
  if (target.kind === 'volume' || target.kind === 'discountRate') {
    const key = target.kind === 'volume' ? 'volume' : 'rate'
    return (value: number) => {
      state[key] = within(value)
    }
  }
  if (target.kind === 'escalation') {
    return (value: number) => {
      state.growth.set(target.category, within(value))
    }
  }
  const pair = state.values[input.lines.findIndex(({ id }) => id === target.lineId)]
  const side = ids.indexOf(target.optionId)
  if (!pair || side < 0) throw new RangeError(`${name} has no line or option in this comparison`)
  return (value: number) => {
    pair[side] = within(value)
  }
}

function rampedVolumes(input: TimedCase): number[] {
  const { ramp } = input
  return givenVolumes(input).map((volume, index) => {
    if (!ramp || index + 1 >= ramp.fullFrom) return Number(volume)
    const share = Number(ramp.share)
    return Number(volume) * (share + ((1 - share) * index) / (ramp.fullFrom - 1))
  })
}

type Share = { year: number; share: number; priced: number }
/** A line with what does not change: how often it counts in a unit or year, or when its price falls for both options. */
type Part = { category: number; often: number; isPerUnit: boolean; capital: [Share[], Share[]] | null }
type Frame = { volumes: number[]; parts: Part[]; categories: string[]; early: boolean }

function frameOf(input: TimedCase, ids: [string, string]): Frame {
  const categories = [...new Set(input.lines.map(({ category }) => category))]
  const parts = input.lines.map(
    (line): Part => ({
      category: categories.indexOf(line.category),
      often: often(line),
      isPerUnit: line.basis === 'per_unit' || line.basis === 'per_batch',
      capital:
        line.basis === 'one_off'
          ? [capital(line, ids[0], input.horizonYears), capital(line, ids[1], input.horizonYears)]
          : null,
    }),
  )
  return { volumes: rampedVolumes(input), parts, categories, early: input.timing === 'mid_year' }
}

/** Each line times what one of it weighs in the present value. */
function presentSaving(state: State, { volumes, parts, categories, early }: Frame): number {
  const growths = categories.map((name) => 1 + (state.growth.get(name) ?? 0))
  const weights = growths.map((growth) => yearWeights(volumes, growth, state))
  const running = early ? Math.sqrt(1 + state.rate) : 1
  let total = 0
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index]
    const pair = state.values[index]
    if (!part || !pair) continue
    if (part.capital) {
      const growth = growths[part.category] ?? 1
      const [before, after] = part.capital
      total += pair[0] * capitalWeight(before, growth, state) - pair[1] * capitalWeight(after, growth, state)
      continue
    }
    const weight = weights[part.category]
    if (weight)
      total += (pair[0] - pair[1]) * (part.isPerUnit ? weight.unit : weight.year) * running * part.often
  }
  return total
}

function capitalWeight(shares: Share[], growth: number, { rate }: State): number {
  let total = 0
  for (const { year, share, priced } of shares) total += (share * growth ** priced) / (1 + rate) ** year
  return total
}

function yearWeights(volumes: number[], growth: number, { rate, volume }: State) {
  let factor = 1 / (1 + rate)
  let unit = 0
  let year = 0
  for (const quantity of volumes) {
    unit += quantity * volume * factor
    year += factor
    factor *= growth / (1 + rate)
  }
  return { unit, year }
}

/** Batches in a unit, events in a year. */
function often(line: TimedLine): number {
  if (line.basis === 'per_batch') return 1 / Number(line.size)
  return line.basis === 'per_event' ? Number(line.events) : 1
}

/** Shares of the price: in which year they fall and of which year's price they are. */
function capital(line: Extract<TimedLine, { basis: 'one_off' }>, optionId: string, horizon: number): Share[] {
  const { years, left, leftOver } = purchases(line.year, lifeOf(line, optionId), horizon)
  const bought = years.map((year) => ({ year, share: 1, priced: year }))
  if (left <= 0) return bought
  return [...bought, { year: horizon, share: -left / leftOver, priced: years.at(-1) ?? 0 }]
}

function savings(state: State, { volumes, parts, categories }: Frame): number[] {
  const flows = Array.from({ length: volumes.length + 1 }, () => 0)
  const add = (year: number, amount: number) => {
    flows[year] = (flows[year] ?? 0) + amount
  }
  parts.forEach((part, index) => {
    const pair = state.values[index] ?? [0, 0]
    const growth = 1 + (state.growth.get(categories[part.category] ?? '') ?? 0)
    if (part.capital) {
      for (const { year, share, priced } of part.capital[0]) add(year, pair[0] * share * growth ** priced)
      for (const { year, share, priced } of part.capital[1]) add(year, -pair[1] * share * growth ** priced)
      return
    }
    const saved = (pair[0] - pair[1]) * part.often
    volumes.forEach((quantity, year) => {
      add(year + 1, saved * growth ** year * (part.isPerUnit ? quantity * state.volume : 1))
    })
  })
  return flows
}

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
  const volumes = rampedVolumes(input)
  return {
    npv: (values) => {
      apply(values)
      return presentSaving(input, state, { volumes, ids })
    },
    flows: (values) => {
      apply(values)
      return savings(input, state, { volumes, ids })
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

type Frame = { volumes: number[]; ids: [string, string] }

/** How much one of a line weighs in the present value: present value of its yearly factors. */
function presentSaving(input: TimedCase, state: State, { volumes, ids }: Frame): number {
  const weights = new Map<string, { unit: number; year: number }>()
  const early = input.timing === 'mid_year' ? Math.sqrt(1 + state.rate) : 1
  let total = 0
  input.lines.forEach((line, index) => {
    const [before, after] = state.values[index] ?? [0, 0]
    const growth = 1 + (state.growth.get(line.category) ?? 0)
    if (line.basis === 'one_off') {
      const weigh = (id: string) =>
        capital(line, id, input.horizonYears).reduce((all, { year, share, priced }) => {
          return all + (share * growth ** priced) / (1 + state.rate) ** year
        }, 0)
      total += before * weigh(ids[0]) - after * weigh(ids[1])
      return
    }
    let weight = weights.get(line.category)
    if (!weight) {
      weight = yearWeights(volumes, growth, state)
      weights.set(line.category, weight)
    }
    total +=
      (before - after) *
      (line.basis === 'per_unit' || line.basis === 'per_batch' ? weight.unit : weight.year) *
      early *
      times(line)
  })
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
function times(line: TimedLine): number {
  if (line.basis === 'per_batch') return 1 / Number(line.size)
  return line.basis === 'per_event' ? Number(line.events) : 1
}

/** Shares of the price: in which year they fall and of which year's price they are. */
function capital(line: Extract<TimedLine, { basis: 'one_off' }>, optionId: string, horizon: number) {
  const { years, left, leftOver } = purchases(line.year, lifeOf(line, optionId), horizon)
  const bought = years.map((year) => ({ year, share: 1, priced: year }))
  return left > 0
    ? [...bought, { year: horizon, share: -left / leftOver, priced: years.at(-1) ?? 0 }]
    : bought
}

function savings(input: TimedCase, state: State, { volumes, ids }: Frame): number[] {
  const flows = Array.from({ length: volumes.length + 1 }, () => 0)
  const add = (year: number, amount: number) => {
    flows[year] = (flows[year] ?? 0) + amount
  }
  input.lines.forEach((line, index) => {
    const pair = state.values[index] ?? [0, 0]
    const growth = 1 + (state.growth.get(line.category) ?? 0)
    if (line.basis === 'one_off') {
      ids.forEach((id, side) => {
        for (const { year, share, priced } of capital(line, id, volumes.length)) {
          add(year, (side === 0 ? 1 : -1) * (pair[side] ?? 0) * share * growth ** priced)
        }
      })
      return
    }
    const perYear = line.basis === 'per_year' || line.basis === 'per_event'
    volumes.forEach((quantity, year) => {
      add(
        year + 1,
        (pair[0] - pair[1]) * times(line) * growth ** year * (perYear ? 1 : quantity * state.volume),
      )
    })
  })
  return flows
}

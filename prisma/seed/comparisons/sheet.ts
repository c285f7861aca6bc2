import { approveComparison, askApproval } from '#app/domain/comparisons/commands/approval.server.ts'
import { createComparison } from '#app/domain/comparisons/commands/create.server.ts'
import { beginTrial } from '#app/domain/comparisons/commands/end.server.ts'
import { markSeen } from '#app/domain/comparisons/commands/mark-seen.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import type { CostBasis, CostCategory } from '#app/domain/comparisons/comparison.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import type { ComparisonAssumption } from '#app/domain/comparisons/queries/comparison.server.ts'
import {
  type ComparisonDetails,
  getComparisonDetails,
} from '#app/domain/comparisons/queries/details.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Accounts } from '../people.ts'
import { as } from '../stage.ts'
import { addressOf, type Moment, type Person, type Scene, type World } from '../timeline.ts'

/** A line of costs: the values stand in the order of the options, null where nothing is known yet. */
type Line = [
  name: string,
  category: CostCategory,
  basis: CostBasis,
  values: (string | null)[],
  calculation?: Calculation,
]

/** By a formula, or by a calculator: an input is a name, or has its values in the order of the options. */
type Calculation = { formula: string } | { by: string; inputs: Record<string, string | string[]> }

/** A named assumption: one value, or one for each option. */
type Name = [name: string, unit: string, values: string | string[]]

/** A characteristic with its values in the order of the options. */
type Characteristic = Omit<NonNullable<ComparisonInput['characteristics']>[number], 'key' | 'values'> & {
  values: (string | null)[]
}

export interface NewComparison {
  account: keyof Accounts
  by: Person
  on: Moment
  title: string
  purpose: string
  currency: string
  ratePercent: string
  horizonYears: number
  volumes: string[]
  /** The baseline stands first. */
  options: string[]
  lines: Line[]
  names?: Name[]
  /** What changes over the years, and the end product. */
  terms?: Pick<ComparisonInput, 'productName' | 'productText' | 'escalation' | 'timing'>
  characteristics?: Characteristic[]
  turns: Turn[]
}

export interface Turn {
  on: Moment
  tell: (comparisonId: string) => Promise<unknown>
}

/** The scenes of a comparison: the draft, and each turn after it. */
export function comparisonScenes(comparison: NewComparison, world: World): Scene[] {
  let id = ''
  const create = async () => {
    id = await tellDraft(comparison, world)
  }
  const turns = comparison.turns.map(({ on, tell }) => ({ when: on, tell: () => tell(id) }))
  return [{ when: comparison.on, tell: create }, ...turns]
}

async function tellDraft(comparison: NewComparison, world: World): Promise<string> {
  const { account, by, title, purpose, currency, ratePercent, horizonYears } = comparison
  const options = comparison.options.map((name, index) => ({ key: `o${index}`, name }))
  const byKey = (values: (string | null)[]) =>
    Object.fromEntries(options.map(({ key }, position) => [key, values[position] ?? null]))
  const lines = comparison.lines.map(([name, category, basis, values, calculation], index) => ({
    ...{ key: `l${index}`, name, category, basis, values: byKey(values) },
    ...(calculation && calculationOf(calculation, byKey)),
  }))
  const names = (comparison.names ?? []).map(([name, unit, values], index) => ({
    ...{ key: `q${index}`, name, unit, formula: '' },
    ...(typeof values === 'string'
      ? { value: values, values: {} }
      : { isPerOption: 'on' as const, values: byKey(values) }),
  }))
  const characteristics = (comparison.characteristics ?? []).map(({ values, ...each }, index) => ({
    ...{ ...each, key: `c${index}`, values: byKey(values) },
  }))
  const volumes = comparison.volumes.map((quantity) => ({ quantity }))
  const head = {
    accountId: world.accounts[account],
    title,
    purpose,
    currency,
    ratePercent,
    horizonYears,
    ...comparison.terms,
  }
  return as(addressOf(by), (actor) =>
    createComparison(actor, { ...head, volumes, options, lines, names, characteristics }),
  )
}

function calculationOf(calculation: Calculation, byKey: (values: string[]) => Record<string, string | null>) {
  if ('formula' in calculation) return { by: 'formula', formula: calculation.formula }
  const inputs = Object.entries(calculation.inputs).map(([input, given]) => [
    input,
    typeof given === 'string' ? { of: given, values: {} } : { of: '', values: byKey(given) },
  ])
  return { by: calculation.by, inputs: Object.fromEntries(inputs) }
}

/** The one who prepared it asks, and a second member approves it. */
export function asksApproval(by: Person, on: Moment): Turn {
  return { on, tell: (id) => as(addressOf(by), (actor) => askApproval(actor, id)) }
}

export function approves(by: Person, on: Moment): Turn {
  return { on, tell: (id) => as(addressOf(by), (actor) => approveComparison(actor, id)) }
}

/** From that very day on, or from a later one. */
export function triesOut(by: Person, on: Moment, from?: string): Turn {
  const tell = (id: string) =>
    as(addressOf(by), (actor) => beginTrial(actor, id, from ?? now().toISOString().slice(0, 10)))
  return { on, tell }
}

export function shares(by: Person, on: Moment): Turn {
  return { on, tell: (id) => as(addressOf(by), (actor) => shareComparison(actor, id)) }
}

/** Signs the figures that stand on the page. */
export function signs(by: Person, on: Moment): Turn {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => {
      const { outcome } = await getComparisonDetails(actor, id)
      return signComparison(actor, id, outcome.figures?.hash ?? '')
    })
  return { on, tell }
}

export function looksAt(by: Person, on: Moment): Turn {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => markSeen(actor, await getComparisonDetails(actor, id)))
  return { on, tell }
}

/** What one side puts in: the cost of a line for an option, or the volume of a year. Undefined keeps the own value. */
interface Entry {
  line?: string
  option?: string
  year?: number
  value?: string
  note?: string
}

/** Puts in values of the person's own side, one after the other, as somebody works down the page. */
export function putsIn(by: Person, on: Moment, entries: Entry[]): Turn {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => {
      for (const entry of entries) {
        const found = assumptionOf(await getComparisonDetails(actor, id), entry)
        const own = found[actor.side]
        await setValue(actor, id, found.id, {
          value: entry.value ?? own.value,
          note: entry.note ?? own.note,
          seenAt: own.changedAt?.toISOString(),
        })
      }
    })
  return { on, tell }
}

function assumptionOf(comparison: ComparisonDetails, { line, option, year }: Entry) {
  const lineId = comparison.lines.find(({ name }) => name === line)?.id ?? null
  const optionId = comparison.options.find(({ name }) => name === option)?.id ?? null
  const assumptions: ComparisonAssumption[] = comparison.assumptions
  const found = assumptions.find((each) =>
    year === undefined ? each.lineId === lineId && each.optionId === optionId : each.year === year,
  )
  if (!found || (year === undefined && !(lineId && optionId))) {
    throw new Error(`the comparison has no ${line} of ${option}`)
  }
  return found
}

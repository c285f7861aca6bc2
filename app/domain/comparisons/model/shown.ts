import type { CaseSource, SourceLine } from '../case-of.ts'
import type { CostBasis } from '../comparison.ts'
import type { CalculatorStep } from '../engine/calculators/calculator.ts'
import { calculatorOf, doubleCounting } from '../engine/calculators/registry.ts'
import { lineValue } from '../engine/case.ts'
import type { Worked } from '../engine/model/model-case.ts'
import type { TimedBasis } from '../engine/time/timed-case.ts'
import { type AnyCase, basisOf, isCalculated, isModel } from './case-for.ts'
import { shownCharacteristics } from './shown-characteristics.ts'
import { shownUnit } from './units.ts'

/** What a basis counts by. */
export interface Counts {
  size?: string
  events?: string
  year?: number
  lives?: Record<string, number>
}

/** A line of the table of options: what it comes to for each of them. */
export interface LineRow {
  id: string
  name: string
  basis: CostBasis
  counts: Counts
  isCalculated: boolean
  values: Record<string, string | null>
}

/** The lines of any case with the amounts that count. */
export function lineRows(input: AnyCase, worked: Worked | null): LineRow[] {
  if (!isModel(input)) {
    return input.lines.map((line) => ({
      ...{ id: line.id, name: line.name, basis: line.basis, counts: {}, isCalculated: false },
      values: Object.fromEntries(input.options.map(({ id }) => [id, lineValue(line, id)])),
    }))
  }
  const amounts = new Map(worked?.lines.map(({ lineId, values }) => [lineId, values]))
  return input.lines.map(({ amount, ...line }) => ({
    ...{ id: line.id, name: line.name, basis: line.basis, counts: countsOf(line) },
    isCalculated: amount.by !== 'values',
    values: amount.by === 'values' ? amount.values : (amounts.get(line.id) ?? {}),
  }))
}

export function countsOf(line: TimedBasis): Counts {
  if (line.basis === 'per_batch') return { size: line.size }
  if (line.basis === 'per_event') return { events: line.events }
  return line.basis === 'one_off' ? { year: line.year, lives: line.lives } : {}
}

export interface ShownInput {
  name: string
  unit: string
  /** The named assumption that it is. */
  of: string | null
  /** What counts where it is left blank. */
  initial: string | null
  quantityId: string | null
}

/** A calculated line as the page shows it. */
export interface ShownLine {
  id: string
  name: string
  category: string
  basis: CostBasis
  counts: Counts
  calculator: string | null
  version: number | null
  source: string
  formula: string
  inputs: ShownInput[]
  steps: CalculatorStep[]
  /** By option: what it comes to, and each step. */
  amounts: Record<string, string>
  results: Record<string, { name: string; unit: string; value: string }[]>
}

export interface ShownName {
  id: string
  name: string
  unit: string
  formula: string
  isPerOption: boolean
  /** Of one that is worked out, by option. */
  values: Record<string, string>
}

/** A value that went into a signed case: of a name, or of an input of a line. */
export interface SignedName {
  key: string
  line: string | null
  name: string
  unit: string
  formula: string
  values: Record<string, string | null>
}

/** A characteristic with the values that count, and for which options they are the better ones. */
export interface ShownCharacteristic {
  id: string
  kind: string
  label: string
  name: string
  unit: string
  direction: string
  method: string
  conditions: string
  values: Record<string, string | null>
  best: string[]
}

export interface ShownModel {
  characteristics: ShownCharacteristic[]
  names: ShownName[]
  lines: ShownLine[]
  /** Lines that may count the same money twice, in pairs. */
  doubles: { first: string; second: string }[]
}

/** What a comparison has beside plain values; the browser needs nothing of the engine for it. */
export function shownModel(source: CaseSource, worked: Worked | null): ShownModel {
  const unit = (text: string) => shownUnit(text, source.currency)
  const results = new Map(worked?.names.map(({ name, values }) => [name, values]))
  return {
    characteristics: shownCharacteristics(source),
    names: source.quantities
      .filter(({ role }) => role === 'assumption')
      .map((each) => ({ ...each, unit: unit(each.unit), values: results.get(each.name) ?? {} })),
    lines: source.lines.filter(isCalculated).map((line) => shownLine(source, line, worked)),
    doubles: doubles(source.lines),
  }
}

function shownLine({ quantities, currency }: CaseSource, line: SourceLine, worked: Worked | null): ShownLine {
  const { id, name, category, basis, formula, bindings } = line
  const calculator = calculatorOf(line.calculator ?? '')
  const own = quantities.filter(({ lineId }) => lineId === id)
  const result = worked?.lines.find(({ lineId }) => lineId === id)
  const unit = (text: string) => shownUnit(text, currency)
  return {
    ...{ id, name, category, basis, formula, counts: countsOf(basisOf(line)) },
    calculator: line.calculator,
    version: line.calculatorVersion,
    source: calculator?.source ?? '',
    inputs: (calculator?.inputs ?? []).map((input) => ({
      name: input.name,
      unit: unit(input.unit),
      of: Object.hasOwn(bindings, input.name) ? (bindings[input.name] ?? null) : null,
      initial: input.initial ?? null,
      quantityId: own.find((each) => each.name === input.name)?.id ?? null,
    })),
    steps: (calculator?.steps ?? []).map((step) => ({ ...step, unit: unit(step.unit) })),
    amounts: result?.values ?? {},
    results: Object.fromEntries(
      Object.entries(result?.steps ?? {}).map(([option, steps]) => [
        option,
        steps.map((step) => ({ ...step, unit: unit(step.unit) })),
      ]),
    ),
  }
}

function doubles(lines: SourceLine[]): ShownModel['doubles'] {
  const used = lines.flatMap(({ calculator }) => calculator ?? [])
  const namesOf = (id: string) =>
    lines
      .filter(({ calculator }) => calculator === id)
      .map(({ name }) => name)
      .join(', ')
  return doubleCounting(used).map(({ first, second }) => ({ first: namesOf(first), second: namesOf(second) }))
}

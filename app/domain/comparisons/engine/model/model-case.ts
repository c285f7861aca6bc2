import type { CalculatorInput, CalculatorStep } from '../calculators/calculator.ts'
import type { CaseOption, CaseVolume } from '../case.ts'
import type { CaseResult } from '../result.ts'
import type { Discount, TimedBasis, TimedCase } from '../time/timed-case.ts'

/**
 * A case with named assumptions, calculated lines or costs that change over the years. It holds all that the figures are made
 * of, the formulas of its calculators too: what was signed is calculated again from it alone, whatever the registry says by then.
 */
export type ModelCase = {
  /** The shape of this text; grows with it. */
  model: 1
  currency: string
  horizonYears: number
  volumes: CaseVolume[]
  discount: Discount
  timing: TimedCase['timing']
  escalation: Record<string, string>
  options: CaseOption[]
  names: ModelName[]
  lines: ModelLine[]
  characteristics: Characteristic[]
}

/** What the end product is like with each option. It counts in money only where a formula or an input names it. */
export type Characteristic = {
  kind: string
  label: string
  /** Its name in formulas; empty for none. */
  name: string
  unit: string
  direction: string
  method: string
  conditions: string
  values: ByOption
}

/** By option id, in the unit of the name; null is missing, which matters only where it is used. */
export type ByOption = Record<string, string | null>

export type ModelName = { name: string; unit: string } & ({ values: ByOption } | { formula: string })

export type ModelLine = { id: string; name: string; category: string; amount: LineAmount } & TimedBasis

export type LineAmount =
  | { by: 'values'; values: ByOption }
  /** Gives the unit of the basis, see unitOfBasis. */
  | { by: 'formula'; formula: string }
  | {
      by: 'calculator'
      calculator: string
      version: number
      source: string
      inputs: ModelInput[]
      steps: CalculatorStep[]
    }

/** An input is a name of the case (`of`), or has values of its own; a blank one has its initial value. */
export type ModelInput = CalculatorInput & ({ of: string } | { values: ByOption })

/** What a line comes to for an option, and for a calculator the way there. */
export type LineResult = {
  lineId: string
  values: Record<string, string>
  steps: Record<string, { name: string; unit: string; value: string }[]>
}

/** What a name that is worked out from others comes to, in its unit. */
export type NameResult = { name: string; values: Record<string, string> }

/** What was worked out on the way to the figures. */
export type Worked = { lines: LineResult[]; names: NameResult[] }
export type ModelResult = CaseResult & Worked

/** Grows with every change that can change a figure of a ModelCase; stored with each agreement. */
export const MODEL_VERSION = '2.0.0'

/** What a formula has to give on each basis. */
export function unitOfBasis(basis: TimedBasis['basis']): string {
  const units = { per_unit: 'CUR/piece', per_year: 'CUR/a', per_batch: 'CUR/lot', per_event: 'CUR/event' }
  return basis === 'one_off' ? 'CUR' : units[basis]
}

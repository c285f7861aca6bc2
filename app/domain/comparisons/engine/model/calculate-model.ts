import type { FormulaProblem } from '../formulas/problem.ts'
import type { TimedCase, TimedLine } from '../time/timed-case.ts'
import { validateTimed } from '../time/validate-timed.ts'
import { lineAmounts } from './amounts.ts'
import { checkStructure, structureOf } from './check.ts'
import {
  type LineResult,
  MODEL_VERSION,
  type ModelCase,
  type ModelLine,
  type ModelResult,
  type Worked,
} from './model-case.ts'
import { timedResult } from './timed-result.ts'

export type ModelOutcome = {
  /** Each at its place: `lines[2].inputs.efficiency.<option>`, `names[0].values.<option>`, `discount.rate`, … */
  problems: FormulaProblem[]
  /** As far as they can be worked out. */
  worked: Worked
  result: ModelResult | null
}

/**
 * A case with calculated lines: the amounts of its lines, then its costs over the years in the engine's decimals. Never throws for
 * values; with a problem there is no result.
 */
export function calculateModel(input: ModelCase): ModelOutcome {
  const structure = checkStructure(structureOf(input))
  if (structure.length > 0) return { problems: structure, worked: { lines: [], names: [] }, result: null }
  const { problems, ...worked } = lineAmounts(input)
  const timed = timedOf(input, worked.lines)
  // What a calculation could not give is said where it failed, and not once more as a value that is missing.
  const isCalculated = ({ path }: FormulaProblem) => {
    const index = /^lines\[(\d+)\]\.values/.exec(path)?.[1]
    return index !== undefined && input.lines[Number(index)]?.amount.by !== 'values'
  }
  const all = [...problems, ...validateTimed(timed).filter((problem) => !isCalculated(problem))]
  if (all.length > 0) return { problems: all, worked, result: null }
  const result = { ...timedResult(timed), engineVersion: MODEL_VERSION, currency: input.currency, ...worked }
  return { problems: [], worked, result }
}

function timedOf(input: ModelCase, amounts: LineResult[]): TimedCase {
  const { horizonYears, volumes, discount, timing, escalation, options } = input
  const lines = input.lines.map((line, index) => timedLine(line, amounts[index]?.values ?? {}))
  return { horizonYears, volumes, ramp: null, discount, timing, escalation, options, lines }
}

function timedLine({ amount: _, ...line }: ModelLine, values: Record<string, string>): TimedLine {
  return { ...line, values }
}

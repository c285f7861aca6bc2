import { calculateCase } from '../engine/calculate.ts'
import type { FormulaProblem } from '../engine/formulas/problem.ts'
import { calculateModel } from '../engine/model/calculate-model.ts'
import type { ModelResult, Worked } from '../engine/model/model-case.ts'
import type { CaseResult } from '../engine/result.ts'
import { type CaseProblem, validateCase } from '../engine/validate.ts'
import { type AnyCase, isModel } from './case-for.ts'

export type AnyProblem = CaseProblem | FormulaProblem
export type AnyResult = CaseResult | ModelResult

export interface Calculation {
  /** What keeps the case from being calculated. */
  problems: AnyProblem[]
  result: AnyResult | null
  /** What was worked out on the way, also while something is missing; null where nothing is calculated. */
  worked: Worked | null
}

/** The figures of any case. Never throws for values. */
export function calculate(input: AnyCase): Calculation {
  if (isModel(input)) return calculateModel(input)
  const problems = validateCase(input)
  return { problems, result: problems.length > 0 ? null : calculateCase(input), worked: null }
}

/** What was worked out on the way to a result that is there already. */
export const workedOf = (result: AnyResult): Worked | null => ('lines' in result ? result : null)

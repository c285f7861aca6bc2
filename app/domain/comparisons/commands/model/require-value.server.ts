import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { boundsProblem } from '../../engine/calculators/run.ts'
import { Exact } from '../../engine/decimal.ts'
import { calculate } from '../../model/calculate.ts'
import { caseFor, isModel } from '../../model/case-for.ts'
import { readCase } from '../../queries/comparison.server.ts'
import { inputOf, type ValuePlace } from './value-words.ts'

/** An efficiency over 100 %, a negative time and the like are refused at once. */
export function requireAllowed(place: ValuePlace, value: string | null): void {
  const input = inputOf(place)
  const problem = input && value !== null ? boundsProblem(input, new Exact(value)) : null
  if (problem) throw new Invalid('value', problem.key, problem.values)
}

/** Whether a calculated case gives figures: it does not once a calculator of it has another version. */
export async function hasFigures(tx: Tx, comparisonId: string): Promise<boolean> {
  const input = caseFor(await readCase(tx, comparisonId))
  return isModel(input) && calculate(input).problems.length === 0
}

/**
 * What the customer can see keeps its figures: a value with which nothing can be worked out any more, as by a division by zero, is
 * not written. Asked once it is written, in the same transaction.
 */
export async function requireFiguresStill(tx: Tx, comparisonId: string): Promise<void> {
  const input = caseFor(await readCase(tx, comparisonId))
  if (!isModel(input)) return
  const [problem] = calculate(input).problems
  if (!problem) return
  if (problem.key === 'calculators:problem.missingInput')
    throw new Invalid('value', 'comparisons:error.lastValue')
  throw new Invalid('value', problem.key, problem.values)
}

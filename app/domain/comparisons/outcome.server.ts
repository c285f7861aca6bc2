import { createHash } from 'node:crypto'
import type { CaseSource } from './case-of.ts'
import { caseText } from './engine/canonical.ts'
import type { ComparisonCase } from './engine/case.ts'
import { Exact, sum } from './engine/decimal.ts'
import type { ModelResult, Worked } from './engine/model/model-case.ts'
import { modelText } from './engine/model/model-text.ts'
import { optionCosts } from './engine/options.ts'
import type { CaseResult } from './engine/result.ts'
import { yearlyVolumes } from './engine/totals.ts'
import { validateCase } from './engine/validate.ts'
import { type AnyProblem, type AnyResult, calculate } from './model/calculate.ts'
import { type AnyCase, caseFor, isModel } from './model/case-for.ts'

export interface Figures {
  result: AnyResult
  /** What a signature names. */
  hash: string
}

export interface Outcome {
  /** What keeps the case from being calculated. */
  problems: AnyProblem[]
  figures: Figures | null
  /** What was worked out on the way; null where nothing is calculated but sums. */
  worked: Worked | null
}

/** SHA-256, in hexadecimal, of the UTF-8 text of a case, its result and the version of the engine. */
export function hashOf(input: AnyCase, result: AnyResult): string {
  const text = isModel(input) ? modelText(input, result as ModelResult) : caseText(input, result)
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

export function outcomeOf(input: AnyCase): Outcome {
  const { problems, result, worked } = calculate(input)
  return { problems, figures: result && { result, hash: hashOf(input, result) }, worked }
}

const remembered = new Map<string, Outcome>()
const mostRemembered = 500

/**
 * The outcome of a comparison as it was read outside of a transaction: each change of a case has a revision of its
 * own, so a committed revision is calculated once.
 */
export function committedOutcome(comparison: CaseSource & { id: string; revision: number }): Outcome {
  const key = `${comparison.id} ${comparison.revision}`
  const known = remembered.get(key)
  if (known) return known
  const outcome = outcomeOf(caseFor(comparison))
  if (remembered.size >= mostRemembered) {
    const oldest = remembered.keys().next()
    if (!oldest.done) remembered.delete(oldest.value)
  }
  remembered.set(key, outcome)
  return outcome
}

/** The saving of the first year by the alternative that saves most; null while it is not known. */
export function firstYearSaving(comparison: CaseSource & { id: string; revision: number }): string | null {
  const input = caseFor(comparison)
  if (!isModel(input)) return plainSaving(input)
  const { figures } = committedOutcome(comparison)
  return figures && greatestFirstYearSaving(figures.result)
}

/** Without appraising anything. */
function plainSaving(input: ComparisonCase): string | null {
  if (validateCase(input).length > 0) return null
  const volumes = yearlyVolumes({ ...input, horizonYears: 1 })
  const savings = input.options.map((option) => ({
    isBaseline: option.isBaseline,
    cost: sum(optionCosts(input, option, volumes).byYear.slice(1)),
  }))
  const baseline = savings.find((each) => each.isBaseline)?.cost
  const alternatives = savings.filter((each) => !each.isBaseline).map((each) => each.cost)
  return baseline ? baseline.minus(Exact.min(...alternatives)).toFixed() : null
}

/** The same of a result that is there already. */
export function greatestFirstYearSaving({ alternatives }: CaseResult): string | null {
  if (alternatives.length === 0) return null
  return Exact.max(...alternatives.map((each) => each.firstYearSaving)).toFixed()
}

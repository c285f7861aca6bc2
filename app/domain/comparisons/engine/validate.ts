import type { CaseLine, CaseOption, CaseVolume, ComparisonCase } from './case.ts'
import { lineValue, MAX_HORIZON_YEARS, MAX_LINES, MAX_OPTIONS } from './case.ts'
import { Exact, inspectDecimal } from './decimal.ts'

/** Where in the case ('lines[2].values.<option id>'), which message, and the values that the message names. */
export type CaseProblem = { path: string; key: ProblemKey; values?: Record<string, string | number> }

export type ProblemKey = `comparisons:problem.${
  | 'noBaseline'
  | 'severalBaselines'
  | 'noAlternative'
  | 'tooManyOptions'
  | 'tooManyLines'
  | 'duplicateId'
  | 'horizon'
  | 'discountRate'
  | 'volumeYear'
  | 'duplicateYear'
  | 'missingVolume'
  | 'negativeVolume'
  | 'missingValue'
  | 'unknownBasis'
  | 'notANumber'
  | 'outOfRange'}`

/** Everything that keeps the case from being calculated; empty when it can be. Never throws. */
export function validateCase(input: ComparisonCase): CaseProblem[] {
  return [
    ...rateProblems(input.discountRate),
    ...horizonProblems(input.horizonYears),
    ...volumeProblems(input.volumes),
    ...optionProblems(input.options),
    ...lineProblems(input),
  ]
}

function numberProblem(value: string, path: string): CaseProblem | null {
  const verdict = inspectDecimal(value)
  return verdict === 'valid' ? null : { path, key: `comparisons:problem.${verdict}` }
}

function rateProblems(rate: string): CaseProblem[] {
  const path = 'discountRate'
  const problem = numberProblem(rate, path)
  if (problem) return [problem]
  return new Exact(rate).lte(-1) ? [{ path, key: 'comparisons:problem.discountRate' }] : []
}

function horizonProblems(years: number): CaseProblem[] {
  if (Number.isInteger(years) && years >= 1 && years <= MAX_HORIZON_YEARS) return []
  const values = { maximum: MAX_HORIZON_YEARS }
  return [{ path: 'horizonYears', key: 'comparisons:problem.horizon', values }]
}

function volumeProblems(volumes: CaseVolume[]): CaseProblem[] {
  const problems: CaseProblem[] = []
  const years = new Set<number>()
  volumes.forEach(({ year, quantity }, index) => {
    const path = `volumes[${index}]`
    const values = { year }
    if (!Number.isInteger(year) || year < 1) {
      problems.push({ path: `${path}.year`, key: 'comparisons:problem.volumeYear', values })
    } else if (years.has(year)) {
      problems.push({ path: `${path}.year`, key: 'comparisons:problem.duplicateYear', values })
    }
    if (quantity === null) return
    years.add(year)
    const problem = numberProblem(quantity, `${path}.quantity`)
    if (problem) problems.push({ ...problem, values })
    else if (new Exact(quantity).lt(0)) {
      problems.push({ path: `${path}.quantity`, key: 'comparisons:problem.negativeVolume', values })
    }
  })
  if (!years.has(1)) {
    problems.push({ path: 'volumes', key: 'comparisons:problem.missingVolume', values: { year: 1 } })
  }
  return problems
}

function optionProblems(options: CaseOption[]): CaseProblem[] {
  const path = 'options'
  const problems: CaseProblem[] = duplicates(options, path)
  const baselines = options.filter((option) => option.isBaseline).length
  if (baselines === 0) problems.push({ path, key: 'comparisons:problem.noBaseline' })
  if (baselines > 1) problems.push({ path, key: 'comparisons:problem.severalBaselines' })
  if (options.length === baselines) problems.push({ path, key: 'comparisons:problem.noAlternative' })
  if (options.length > MAX_OPTIONS) {
    problems.push({ path, key: 'comparisons:problem.tooManyOptions', values: { maximum: MAX_OPTIONS } })
  }
  return problems
}

function lineProblems({ lines, options }: ComparisonCase): CaseProblem[] {
  if (lines.length > MAX_LINES) {
    return [{ path: 'lines', key: 'comparisons:problem.tooManyLines', values: { maximum: MAX_LINES } }]
  }
  const problems: CaseProblem[] = duplicates(lines, 'lines')
  lines.forEach((line, index) => {
    if (!isBasis(line.basis)) {
      problems.push({ path: `lines[${index}].basis`, key: 'comparisons:problem.unknownBasis' })
    }
    for (const option of options) {
      const problem = valueProblem(line, index, option)
      if (problem) problems.push(problem)
    }
  })
  return problems
}

function valueProblem(line: CaseLine, index: number, option: CaseOption): CaseProblem | null {
  const value = lineValue(line, option.id)
  if (value !== null && inspectDecimal(value) === 'valid') return null
  const path = `lines[${index}].values.${option.id}`
  const values = { line: line.name, option: option.name }
  const problem = value === null ? null : numberProblem(value, path)
  return { path, key: problem?.key ?? 'comparisons:problem.missingValue', values }
}

function isBasis(basis: string): boolean {
  return basis === 'per_unit' || basis === 'per_year' || basis === 'one_off'
}

function duplicates(items: { id: string }[], path: string): CaseProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, index) => {
    if (seen.has(id))
      return [{ path: `${path}[${index}].id`, key: 'comparisons:problem.duplicateId' as const }]
    seen.add(id)
    return []
  })
}

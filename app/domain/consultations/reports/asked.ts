import { type MemberFunction, memberFunctions } from '#app/domain/access/actor.ts'
import { type Urgency, urgencies } from '../clocks/engine/log.ts'
import { daysOf, longestPeriod, type Period, presetPeriod, readDay } from './period.ts'
import { type Breakdown, breakdowns } from './report.ts'

/** A report as it stands in its URL. */
export interface AskedReport extends Period {
  by: Breakdown
  /** The id of an account. */
  account?: string
  function?: MemberFunction
  urgency?: Urgency
}

/** Messages at the fields of the period. */
export type PeriodProblems = Partial<Record<'from' | 'to', { key: PeriodProblem; max: number }>>
type PeriodProblem = 'reports:error.day' | 'reports:error.order' | 'reports:error.long'

/**
 * Reads it. What is not one of the choices is left out; a period that is none is kept as it was written, with what is wrong.
 * Without one it is the last twelve weeks.
 */
export function readReport(
  search: URLSearchParams,
  today: string,
): AskedReport & { problems: PeriodProblems } {
  const usual = presetPeriod('weeks', today)
  const text = (name: string) => search.get(name)?.trim().slice(0, 40) || undefined
  const period = { from: text('from') ?? usual.from, to: text('to') ?? today }
  return {
    ...period,
    by: breakdowns.find((each) => each === search.get('by')) ?? 'account',
    account: text('account'),
    function: memberFunctions.find((each) => each === search.get('function')),
    urgency: urgencies.find((each) => each === search.get('urgency')),
    problems: problemsOf(period),
  }
}

function problemsOf({ from, to }: Period): PeriodProblems {
  const problem = (key: PeriodProblem) => ({ key, max: longestPeriod })
  const problems: PeriodProblems = {}
  if (!readDay(from)) problems.from = problem('reports:error.day')
  if (!readDay(to)) problems.to = problem('reports:error.day')
  if (problems.from || problems.to) return problems
  const days = daysOf({ from, to })
  if (days < 1) return { to: problem('reports:error.order') }
  if (days > longestPeriod) return { from: problem('reports:error.long') }
  return {}
}

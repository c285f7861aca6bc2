import { encodeMessage } from '#app/i18n/messages.ts'
import { calculatorOf } from '../engine/calculators/registry.ts'
import type { FormulaProblem } from '../engine/formulas/problem.ts'
import { required } from '../form-fields.ts'
import type { LineInput } from './line-form.ts'
import { lowestPercent } from './terms-form.ts'

export interface TermsInput {
  ratePercent?: string | null
  horizonYears: number
  rateKind?: 'nominal' | 'real'
  inflationPercent?: string | null
  timing?: 'year_end' | 'mid_year'
  escalation?: { category: string; percent?: string | null }[]
  lines: LineInput[]
  names?: unknown[]
  characteristics?: unknown[]
}

type Tell = (path: string, message: string) => void

/** A real rate needs inflation; each category grows at one rate; and rates stay where nothing overflows in 60 years. */
export function checkTerms(input: TermsInput, tell: Tell): void {
  const { rateKind, inflationPercent, escalation = [] } = input
  if (rateKind === 'real' && inflationPercent == null) tell('inflationPercent', required)
  escalation.forEach(({ category, percent }, index) => {
    if (percent == null) tell(`escalation[${index}].percent`, required)
    if (escalation.findIndex((each) => each.category === category) < index) {
      tell(`escalation[${index}].category`, 'comparisonModel:error.categoryTwice')
    }
  })
  if (changesOverYears(input) && Number(input.ratePercent ?? 0) < lowestPercent) {
    tell('ratePercent', encodeMessage('common:error.tooSmall', { min: lowestPercent }))
  }
}

function changesOverYears({ rateKind, timing, escalation = [], names = [], ...input }: TermsInput): boolean {
  const isPlain = ({ by = 'values', basis, year, lives = {} }: LineInput) =>
    by === 'values' &&
    (basis === 'per_unit' || basis === 'per_year' || basis === 'one_off') &&
    Number(year ?? 0) === 0 &&
    Object.values(lives).every((life) => life == null)
  const hasTerms = rateKind === 'real' || timing === 'mid_year' || escalation.length > 0
  const { lines, characteristics = [] } = input
  return hasTerms || names.length + characteristics.length > 0 || !lines.every(isPlain)
}

/** What a basis counts by has to be there: units of a batch, events of a year, a year within the horizon. */
export function countProblems(
  line: LineInput,
  index: number,
  { horizonYears }: TermsInput,
): FormulaProblem[] {
  const at = (field: string, key: FormulaProblem['key'], values: FormulaProblem['values'] = {}) => [
    { path: `lines[${index}].${field}`, key, values },
  ]
  const basis = calculatorOf(line.by ?? '')?.basis ?? line.basis
  if (basis === 'per_batch') {
    if (line.batchSize == null) return at('batchSize', 'calculators:problem.missingInput')
    return Number(line.batchSize) > 0 ? [] : at('batchSize', 'calculators:problem.notAbove', { minimum: 0 })
  }
  if (basis === 'per_event' && line.eventsPerYear == null) {
    return at('eventsPerYear', 'calculators:problem.missingInput')
  }
  if (basis !== 'one_off' || Number(line.year ?? 0) <= horizonYears) return []
  return at('year', 'calculators:problem.aboveMaximum', { maximum: horizonYears })
}

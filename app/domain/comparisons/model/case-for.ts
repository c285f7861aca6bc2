import { type CaseAssumption, type CaseSource, caseOf, inForce, type SourceLine } from '../case-of.ts'
import type { CalculatorInput } from '../engine/calculators/calculator.ts'
import { calculatorOf } from '../engine/calculators/registry.ts'
import type { ComparisonCase } from '../engine/case.ts'
import type { ByOption, LineAmount, ModelCase, ModelInput, ModelName } from '../engine/model/model-case.ts'
import type { TimedBasis } from '../engine/time/timed-case.ts'

export type AnyCase = ComparisonCase | ModelCase

export const isModel = (input: AnyCase): input is ModelCase => 'model' in input

/**
 * The case that counts for a comparison, wherever figures are shown, compared or signed. What has nothing but values is the case
 * that it always was, with the figures and the hash that it always had.
 */
export function caseFor(source: CaseSource): AnyCase {
  return usesModel(source) ? modelOf(source) : caseOf(source)
}

/** Whether there is anything that the plain case cannot say. */
function usesModel({ lines, quantities, ...terms }: CaseSource): boolean {
  const hasTerms =
    terms.rateKind !== 'nominal' || terms.timing !== 'year_end' || Object.keys(terms.escalation).length > 0
  return hasTerms || quantities.length > 0 || lines.some((line) => isCalculated(line) || isTimed(line))
}

const isTimed = ({ basis, year, lives }: SourceLine): boolean =>
  basis === 'per_batch' || basis === 'per_event' || year > 0 || Object.keys(lives).length > 0

export const isCalculated = (line: Pick<SourceLine, 'calculator' | 'formula'>): boolean =>
  line.calculator !== null || line.formula !== ''

function modelOf(source: CaseSource): ModelCase {
  const base = caseOf(source)
  const valuesOf = quantityValues(source)
  return {
    model: 1,
    currency: source.currency,
    horizonYears: source.horizonYears,
    volumes: base.volumes,
    // Amounts are those of their years: a real rate is converted by inflation.
    discount: {
      ...{ rate: source.discountRate, kind: source.rateKind, amounts: 'nominal' },
      inflation: source.inflation,
    },
    timing: source.timing,
    escalation: source.escalation,
    options: base.options,
    names: source.quantities
      .filter(({ role, name }) => role !== 'input' && name !== '')
      .map(({ id, name, unit, formula }): ModelName => {
        return formula === '' ? { name, unit, values: valuesOf(id) } : { name, unit, formula }
      }),
    characteristics: source.quantities
      .filter(({ role }) => role === 'characteristic')
      .map(({ id, kind, label, name, unit, direction, method, conditions }) => ({
        ...{ kind, label, name, unit, direction: direction ?? 'neither', method, conditions },
        values: valuesOf(id),
      })),
    lines: source.lines.map((line, index) => ({
      ...{ id: line.id, name: line.name, category: line.category },
      ...basisOf(line),
      amount: amountOf(source, line, { values: base.lines[index]?.values ?? {}, valuesOf }),
    })),
  }
}

/** When a line arises, as the engine says it. */
export function basisOf({ basis, batchSize, eventsPerYear, year, lives }: SourceLine): TimedBasis {
  if (basis === 'one_off') return { basis, year, lives }
  if (basis === 'per_batch') return { basis, size: batchSize ?? '' }
  return basis === 'per_event' ? { basis, events: eventsPerYear ?? '' } : { basis }
}

type ValuesOf = (quantityId: string) => ByOption

function amountOf(
  source: CaseSource,
  line: SourceLine,
  { values, valuesOf }: { values: ByOption; valuesOf: ValuesOf },
): LineAmount {
  if (line.formula !== '') return { by: 'formula', formula: line.formula }
  if (line.calculator === null) return { by: 'values', values }
  const known = calculatorOf(line.calculator)
  // What the registry says by now is not what was saved: no figure changes until somebody looks at the line again.
  const isSame = known?.version === line.calculatorVersion
  const quantities = new Map(
    source.quantities.filter(({ lineId }) => lineId === line.id).map(({ name, id }) => [name, id]),
  )
  const bind = (input: CalculatorInput): ModelInput => {
    const of = Object.hasOwn(line.bindings, input.name) ? line.bindings[input.name] : undefined
    return of === undefined
      ? { ...input, values: valuesOf(quantities.get(input.name) ?? '') }
      : { ...input, of }
  }
  return {
    by: 'calculator',
    calculator: line.calculator,
    version: line.calculatorVersion ?? 0,
    source: known?.source ?? '',
    inputs: isSame ? (known?.inputs ?? []).map(bind) : [],
    steps: isSame ? [...(known?.steps ?? [])] : [],
  }
}

/** A value that is the same for all options stands for each of them. */
function quantityValues({ assumptions, options }: CaseSource): ValuesOf {
  const values = new Map<string, Map<string | null, CaseAssumption>>()
  for (const each of assumptions) {
    if (each.quantityId === null) continue
    const own = values.get(each.quantityId) ?? new Map<string | null, CaseAssumption>()
    values.set(each.quantityId, own.set(each.optionId, each))
  }
  return (quantityId) => {
    const own = values.get(quantityId)
    return Object.fromEntries(
      options.map(({ id }) => {
        const assumption = own?.get(id) ?? own?.get(null)
        return [id, assumption ? inForce(assumption).value : null]
      }),
    )
  }
}

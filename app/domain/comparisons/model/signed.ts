import type { CaseTerms } from '../case-of.ts'
import type { ModelCase, ModelLine, Worked } from '../engine/model/model-case.ts'
import { type AnyCase, isModel } from './case-for.ts'
import { countsOf, type ShownCharacteristic, type ShownLine, type SignedName } from './shown.ts'
import { signedCharacteristics } from './shown-characteristics.ts'
import { shownUnit } from './units.ts'

export interface SignedParts {
  rate: string
  terms: CaseTerms
  lines: ShownLine[]
  names: SignedName[]
  characteristics: ShownCharacteristic[]
}

const plainTerms: CaseTerms = {
  ...{ rateKind: 'nominal', inflation: null, timing: 'year_end', escalation: {} },
}

/** What a case that was signed says of itself: nothing is asked of the registry, which may have moved on. */
export function signedParts(input: AnyCase, worked: Worked | null): SignedParts {
  if (!isModel(input))
    return { rate: input.discountRate, terms: plainTerms, lines: [], names: [], characteristics: [] }
  const { discount, timing, escalation } = input
  return {
    rate: discount.rate,
    terms: { rateKind: discount.kind, inflation: discount.inflation, timing, escalation },
    lines: input.lines.flatMap((line) => signedLine(line, worked, input.currency) ?? []),
    names: signedNames(input, worked),
    characteristics: signedCharacteristics(input.characteristics, input.currency),
  }
}

function signedNames({ names, lines, currency }: ModelCase, worked: Worked | null): SignedName[] {
  const results = new Map(worked?.names.map(({ name, values }) => [name, values]))
  const own = names.map((each): SignedName => {
    const isFormula = 'formula' in each
    return {
      ...{ key: each.name, line: null, name: each.name, unit: shownUnit(each.unit, currency) },
      formula: isFormula ? each.formula : '',
      values: isFormula ? (results.get(each.name) ?? {}) : each.values,
    }
  })
  const inputs = lines.flatMap(({ id, name: line, amount }) => {
    if (amount.by !== 'calculator') return []
    return amount.inputs.flatMap((input): SignedName[] => {
      if (!('values' in input) || Object.values(input.values).every((value) => value === null)) return []
      const { name, unit, values } = input
      return [{ key: `${id} ${name}`, line, name, unit: shownUnit(unit, currency), formula: '', values }]
    })
  })
  return [...own, ...inputs]
}

function signedLine(line: ModelLine, worked: Worked | null, currency: string): ShownLine | null {
  const { amount } = line
  if (amount.by === 'values') return null
  const result = worked?.lines.find(({ lineId }) => lineId === line.id)
  const isFormula = amount.by === 'formula'
  const inUnits = <Step extends { unit: string }>(steps: readonly Step[]) =>
    steps.map((step) => ({ ...step, unit: shownUnit(step.unit, currency) }))
  return {
    ...{ id: line.id, name: line.name, category: line.category, basis: line.basis },
    calculator: isFormula ? null : amount.calculator,
    version: isFormula ? null : amount.version,
    source: isFormula ? '' : amount.source,
    formula: isFormula ? amount.formula : '',
    counts: countsOf(line),
    inputs: [],
    steps: isFormula ? [] : inUnits(amount.steps),
    amounts: result?.values ?? {},
    results: Object.fromEntries(
      Object.entries(result?.steps ?? {}).map(([option, steps]) => [option, inUnits(steps)]),
    ),
  }
}

import { type Assumption, checkAssumptions } from '../formulas/assumptions.ts'
import type { FormulaProblem } from '../formulas/problem.ts'
import { dimensionText, isSame } from '../quantities/dimension.ts'
import { parseUnit } from '../quantities/units.ts'
import type { ModelCase } from './model-case.ts'
import { unitOfBasis } from './model-case.ts'

/** What can be checked before there are values: names, units, formulas, circles, and what inputs are bound to. */
export type Structure = {
  currency: string
  names: { name: string; unit: string; formula: string | null }[]
  /** path: of the field that the formula stands in. */
  formulas: { path: string; formula: string; unit: string }[]
  bindings: { path: string; of: string; unit: string }[]
}

/** Everything that keeps it from being saved, each at its field: `names[1].unit`, or the path that was given. Never throws. */
export function checkStructure({ currency, names, formulas, bindings }: Structure): FormulaProblem[] {
  const own = ownNames(
    names.map(({ name }) => name),
    [...names, ...formulas].map(({ formula }) => formula ?? ''),
    formulas.length,
  )
  const list: Assumption[] = [
    ...names.map(({ name, unit, formula }) => {
      return formula === null ? { name, unit, value: '0' } : { name, unit, formula }
    }),
    ...formulas.map(({ formula, unit }, index) => ({ name: own[index] ?? '', unit, formula })),
  ]
  const places = new Map(names.map(({ name }, index) => [name, `names[${index}]`]))
  const problems = checkAssumptions(list, currency).map((problem) => {
    const line = own.indexOf(problem.path)
    if (line >= 0) return { ...problem, path: formulas[line]?.path ?? '' }
    const place = places.get(problem.path)
    return { ...problem, path: place ? `${place}.${fieldOf(problem.key)}` : 'names' }
  })
  const units = new Map(names.map(({ name, unit }) => [name, unit]))
  return [...problems, ...bindings.flatMap((binding) => bindingProblem(binding, units, currency) ?? [])]
}

/** The structure of a case that is there already: what was saved under another currency may not match any more. */
export function structureOf({ currency, names, lines }: ModelCase): Structure {
  return {
    currency,
    names: names.map((each) => ({ name: each.name, unit: each.unit, formula: formulaOf(each) })),
    formulas: lines.flatMap(({ amount, basis }, index) =>
      amount.by === 'formula'
        ? [{ path: `lines[${index}].formula`, formula: amount.formula, unit: unitOfBasis(basis) }]
        : [],
    ),
    bindings: lines.flatMap(({ amount }, index) =>
      amount.by === 'calculator'
        ? amount.inputs.flatMap((input) =>
            'of' in input
              ? [{ path: `lines[${index}].inputs.${input.name}`, of: input.of, unit: input.unit }]
              : [],
          )
        : [],
    ),
  }
}

export const formulaOf = (name: ModelCase['names'][number]): string | null =>
  'formula' in name ? name.formula : null

/** Names for what has none, such as nobody wrote anywhere. */
export function ownNames(names: readonly string[], texts: readonly string[], count: number): string[] {
  let prefix = 'ℓ'
  while ([...names, ...texts].some((text) => text.includes(prefix))) prefix += 'ℓ'
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`)
}

function bindingProblem(
  { path, of, unit }: Structure['bindings'][number],
  units: Map<string, string>,
  currency: string,
): FormulaProblem | null {
  const given = units.get(of)
  if (given === undefined) return { path, key: 'calculators:problem.unknownName', values: { name: of } }
  const left = parseUnit(given, currency)
  const right = parseUnit(unit, currency)
  // An unknown unit is a problem of the name already.
  if (!left || !right || isSame(left.dimension, right.dimension)) return null
  const values = { term: of, left: dimensionText(left.dimension), right: dimensionText(right.dimension) }
  return { path, key: 'calculators:problem.units', values }
}

function fieldOf(key: FormulaProblem['key']): 'name' | 'unit' | 'formula' {
  if (/badName|duplicateName|tooMany/.test(key)) return 'name'
  return key.endsWith('unknownUnit') ? 'unit' : 'formula'
}

import type { Decimal } from 'decimal.js'
import { workOut } from '../calculators/run.ts'
import { gridText, INPUT_LIMIT, INPUT_PLACES } from '../decimal.ts'
import { type Assumption, namesIn, resolveAssumptions } from '../formulas/assumptions.ts'
import { parseFormula } from '../formulas/parser.ts'
import { attempt, type FormulaProblem } from '../formulas/problem.ts'
import { parseUnit } from '../quantities/units.ts'
import { formulaOf, ownNames } from './check.ts'
import {
  type LineResult,
  type ModelCase,
  type ModelLine,
  type NameResult,
  unitOfBasis,
  type Worked,
} from './model-case.ts'

/** What the names of a case are worth for one option, in coherent units, and whose value is missing behind each. */
type Scope = { known: Map<string, Decimal>; missing: Map<string, string> }
type Calculated = Worked & { problems: FormulaProblem[] }

/**
 * The amount of every line for every option, on 12 places as amounts that are put in. The structure has been checked. Problems
 * name the value that is missing (`names[2].values.<option>`) or the line; amounts that can be worked out are there all the same.
 */
export function lineAmounts(input: ModelCase): Calculated {
  const lines = input.lines.map(({ id }): LineResult => ({ lineId: id, values: {}, steps: {} }))
  const names = input.names.flatMap((each): NameResult[] =>
    'formula' in each ? [{ name: each.name, values: {} }] : [],
  )
  const problems = input.options.flatMap(({ id }) => optionAmounts(input, id, { lines, names }))
  const unique = new Map(problems.map((problem) => [`${problem.path} ${problem.key}`, problem]))
  return { lines, names, problems: [...unique.values()] }
}

function optionAmounts(input: ModelCase, optionId: string, results: Worked): FormulaProblem[] {
  const { scope, own, problems } = optionScope(input, optionId)
  writeNames(input, optionId, { scope, results })
  const indexOf = new Map(input.names.map(({ name }, index) => [name, index]))
  const missingAt = (name: string): FormulaProblem => ({
    path: `names[${indexOf.get(scope.missing.get(name) ?? name)}].values.${optionId}`,
    key: 'calculators:problem.missingInput',
    values: {},
  })
  for (const [index, line] of input.lines.entries()) {
    const result = results.lines[index]
    if (!result) continue
    const place: Place = { path: `lines[${index}]`, own: own[index] ?? '', missingAt }
    const amount = amountOf(line, optionId, { scope, result, place })
    if ('problems' in amount) problems.push(...amount.problems)
    else if (amount.value !== null) result.values[optionId] = amount.value
  }
  return problems
}

function writeNames(
  input: ModelCase,
  optionId: string,
  { scope, results }: { scope: Scope; results: Worked },
): void {
  const units = new Map(input.names.map(({ name, unit }) => [name, unit]))
  for (const { name, values } of results.names) {
    const value = scope.known.get(name)
    const factor = parseUnit(units.get(name) ?? '', input.currency)?.factor
    if (value && factor) values[optionId] = gridText(value.div(factor))
  }
}

type Place = { path: string; own: string; missingAt: (name: string) => FormulaProblem }
type Amount = { value: string | null } | { problems: FormulaProblem[] }

function amountOf(
  { amount }: ModelLine,
  optionId: string,
  { scope, result, place }: { scope: Scope; result: LineResult; place: Place },
): Amount {
  if (amount.by === 'values') return { value: amount.values[optionId] ?? null }
  if (amount.by === 'formula') {
    if (scope.missing.has(place.own)) return { problems: [place.missingAt(place.own)] }
    const value = scope.known.get(place.own)
    return value ? asAmount(value, place.path) : { value: null }
  }
  const given = new Map<string, string | Decimal>()
  for (const input of amount.inputs) {
    if ('values' in input) given.set(input.name, input.values[optionId] ?? '')
    else if (scope.missing.has(input.of)) return { problems: [place.missingAt(input.of)] }
    else {
      const value = scope.known.get(input.of)
      // A name that cannot be worked out is a problem already.
      if (!value) return { value: null }
      given.set(input.name, value)
    }
  }
  if (amount.steps.length === 0) {
    return { problems: [{ path: place.path, key: 'calculators:problem.calculatorMoved', values: {} }] }
  }
  const worked = workOut(amount, given)
  if (!worked.ok) {
    const inputs = new Set(amount.inputs.map(({ name }) => name))
    return {
      problems: worked.problems.map((problem) => {
        const field = inputs.has(problem.path) ? `inputs.${problem.path}` : 'calculator'
        return { ...problem, path: `${place.path}.${field}.${optionId}` }
      }),
    }
  }
  result.steps[optionId] = worked.steps.map(({ name, unit, value }) => ({ name, unit, value }))
  return asAmount(worked.value, place.path)
}

function asAmount(value: Decimal, path: string): Amount {
  const rounded = value.toDecimalPlaces(INPUT_PLACES)
  if (rounded.abs().lt(INPUT_LIMIT)) return { value: rounded.toFixed() }
  return { problems: [{ path, key: 'calculators:problem.outOfRange', values: { term: rounded.toString() } }] }
}

/** All names of one option, and the formulas of lines under names of their own. */
function optionScope(input: ModelCase, optionId: string) {
  const formulas = input.lines.map(({ amount }) => (amount.by === 'formula' ? amount.formula : null))
  const texts = [...input.names.map(formulaOf), ...formulas].map((text) => text ?? '')
  const names = input.names.map(({ name }) => name)
  const own = ownNames(names, texts, input.lines.length)
  const list: Assumption[] = []
  const missing = new Map<string, string>()
  for (const each of input.names) {
    const { name, unit } = each
    if ('formula' in each) list.push({ name, unit, formula: each.formula })
    else {
      const value = each.values[optionId]
      if (value == null) missing.set(name, name)
      else list.push({ name, unit, value })
    }
  }
  for (const [index, line] of input.lines.entries()) {
    const formula = formulas[index]
    const name = own[index] ?? ''
    if (formula != null) list.push({ name, unit: unitOfBasis(line.basis), formula })
  }
  spread(list, missing)
  const resolved = resolveAssumptions(
    list.filter(({ name }) => !missing.has(name)),
    input.currency,
  )
  const problems = resolved.problems.map((problem): FormulaProblem => {
    const line = own.indexOf(problem.path)
    const path = line >= 0 ? `lines[${line}].formula` : `names[${names.indexOf(problem.path)}].formula`
    return { ...problem, path }
  })
  return { scope: { known: resolved.known, missing }, own, problems }
}

/** What is worked out from something missing is missing too, for the same reason. */
function spread(list: Assumption[], missing: Map<string, string>): void {
  if (missing.size === 0) return
  const uses = list.flatMap((item) => {
    if (!('formula' in item)) return []
    const term = attempt(item.name, () => parseFormula(item.formula))
    return term.ok ? [{ name: item.name, names: namesIn(term.value) }] : []
  })
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const { name, names } of uses) {
      const gap = missing.has(name) ? undefined : names.find((used) => missing.has(used))
      if (gap === undefined) continue
      missing.set(name, missing.get(gap) ?? gap)
      isMoving = true
    }
  }
}

import type { Decimal } from 'decimal.js'
import { Exact, gridText, inspectDecimal } from '../decimal.ts'
import { type Dimension, dimensionText, isSame } from '../quantities/dimension.ts'
import { parseUnit, type Unit } from '../quantities/units.ts'
import { dimensionOf } from './dimension-of.ts'
import { evaluate } from './evaluate.ts'
import { parseFormula, type Term } from './parser.ts'
import { attempt, FormulaError, type FormulaProblem } from './problem.ts'
import { MAX_CHARACTERS, namePattern } from './tokens.ts'

/** A named number of a case: given (value) or worked out from others (formula), in its unit. */
export type Assumption = { name: string; unit: string } & ({ value: string } | { formula: string })

export type Compiled = { name: string; text: string; unit: Unit; term: Term | null; value: Decimal | null }
export const MAX_ASSUMPTIONS = 500
/** Of all formulas of a case together: what they cost to work out is bounded too. */
export const MAX_ALL_CHARACTERS = 10_000

/**
 * Whether the assumptions can be saved: names, numbers, units and formulas of all of them; `path` is the name. Empty when they
 * can. Never throws. Division by zero depends on values: see evaluateAssumptions.
 */
export function checkAssumptions(list: readonly Assumption[], currency = 'CUR'): FormulaProblem[] {
  return compile(list, currency).problems
}

/**
 * Values of all assumptions in their own units, as decimal texts on 18 places. Throws FormulaError with the first problem of
 * checkAssumptions; a formula that cannot be worked out with these values is a problem beside the values of the others.
 */
export function evaluateAssumptions(
  list: readonly Assumption[],
  currency = 'CUR',
): { values: Map<string, string>; problems: FormulaProblem[] } {
  const { known, units, problems } = resolveAssumptions(list, currency)
  const values = [...known].map(([name, value]): [string, string] => {
    return [name, gridText(value.div(units.get(name)?.factor ?? 1))]
  })
  return { values: new Map(values), problems }
}

/** The same in coherent units and not rounded, for what is worked out further. */
export function resolveAssumptions(list: readonly Assumption[], currency = 'CUR') {
  const { compiled, problems } = compile(list, currency)
  const [first] = problems
  if (first) throw new FormulaError(first.key, first.values)
  const known = new Map<string, Decimal>()
  const failed: FormulaProblem[] = []
  const broken = new Set<string>()
  for (const { name, text, term, value } of compiled) {
    if (term && namesIn(term).some((used) => broken.has(used))) {
      broken.add(name)
      continue
    }
    const result = attempt(name, () => value ?? evaluate(term as Term, known, text))
    if (result.ok) known.set(name, result.value)
    else {
      broken.add(name)
      failed.push(result.problem)
    }
  }
  const units = new Map(compiled.map(({ name, unit }) => [name, unit]))
  return { known, units, problems: failed }
}

/** In the order in which they can be worked out. */
function compile(list: readonly Assumption[], currency: string) {
  const problems: FormulaProblem[] = []
  if (list.length > MAX_ASSUMPTIONS) {
    const values = { maximum: MAX_ASSUMPTIONS }
    return { compiled: [], problems: [{ path: '', key: 'calculators:problem.tooMany' as const, values }] }
  }
  const length = list.reduce((all, item) => all + ('formula' in item ? item.formula.length : 0), 0)
  const longest = list.find((item) => 'formula' in item && item.formula.length > MAX_CHARACTERS)
  if (length > MAX_ALL_CHARACTERS && !longest) {
    const values = { maximum: MAX_ALL_CHARACTERS }
    return { compiled: [], problems: [{ path: '', key: 'calculators:problem.allTooLong' as const, values }] }
  }
  const parsed = new Map<string, Compiled>()
  for (const item of list) {
    const result = attempt(item.name, () => read(item, parsed, currency))
    if (result.ok) parsed.set(item.name, result.value)
    else problems.push(result.problem)
  }
  const order = problems.length > 0 ? { compiled: [], problems: [] } : ordered(parsed)
  const units = new Map([...parsed].map(([name, { unit }]): [string, Dimension] => [name, unit.dimension]))
  for (const item of order.compiled) {
    const result = attempt(item.name, () => checkUnit(item, units))
    if (!result.ok) problems.push(result.problem)
  }
  return { compiled: order.compiled, problems: [...problems, ...order.problems] }
}

function read(item: Assumption, before: Map<string, Compiled>, currency: string): Compiled {
  if (!namePattern.test(item.name))
    throw new FormulaError('calculators:problem.badName', { name: item.name.slice(0, 60) })
  if (before.has(item.name)) throw new FormulaError('calculators:problem.duplicateName', { name: item.name })
  const unit = parseUnit(item.unit, currency)
  if (!unit) throw new FormulaError('calculators:problem.unknownUnit', { unit: item.unit.slice(0, 60) })
  if ('formula' in item) {
    return { name: item.name, text: item.formula, unit, term: parseFormula(item.formula), value: null }
  }
  const verdict = inspectDecimal(item.value)
  if (verdict !== 'valid')
    throw new FormulaError(`calculators:problem.${verdict}`, { term: item.value.slice(0, 60) })
  return { name: item.name, text: '', unit, term: null, value: new Exact(item.value).times(unit.factor) }
}

export function checkUnit({ term, text, unit }: Compiled, units: Map<string, Dimension>): void {
  if (!term) return
  const dimension = dimensionOf(term, units, text)
  if (isSame(dimension, unit.dimension)) return
  const values = { left: dimensionText(dimension), right: dimensionText(unit.dimension) }
  throw new FormulaError('calculators:problem.resultUnit', values)
}

export function namesIn(term: Term): string[] {
  switch (term.kind) {
    case 'number':
      return []
    case 'name':
      return [term.name]
    case 'minus':
      return namesIn(term.of)
    case 'binary':
      return [...namesIn(term.left), ...namesIn(term.right)]
    case 'call':
      return term.args.flatMap(namesIn)
  }
}

/** Each after those that it needs; a name that needs itself is named with the way back to it. */
function ordered(parsed: Map<string, Compiled>): { compiled: Compiled[]; problems: FormulaProblem[] } {
  const compiled: Compiled[] = []
  const problems: FormulaProblem[] = []
  const done = new Set<string>()
  const open: string[] = []
  const visit = (name: string): boolean => {
    if (done.has(name)) return true
    const item = parsed.get(name)
    if (!item) return true
    if (open.includes(name)) {
      const way = [...open.slice(open.indexOf(name)), name].slice(0, 8).join(' → ')
      problems.push({ path: name, key: 'calculators:problem.circular', values: { way } })
      return false
    }
    open.push(name)
    const isClear = item.term ? [...new Set(namesIn(item.term))].every(visit) : true
    open.pop()
    done.add(name)
    if (isClear) compiled.push(item)
    return isClear
  }
  for (const name of parsed.keys()) visit(name)
  return { compiled, problems }
}

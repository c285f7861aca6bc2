import { combine, type Dimension, dimensionText, isSame, plain, raise } from '../quantities/dimension.ts'
import type { Term } from './parser.ts'
import { FormulaError } from './problem.ts'

/** 'any' belongs to the number 0, which may stand for nothing of every kind. */
type Kind = Dimension | 'any'
type Names = { get(name: string): Dimension | undefined }

/**
 * The kind of quantity that a formula gives. Sums, comparisons, min, max and both branches of if need one kind; exponents
 * are plain numbers, and whole numbers written out when the base is not. Throws FormulaError that names the term.
 */
export function dimensionOf(term: Term, names: Names, text: string): Dimension {
  const kind = kindOf(term, names, text)
  return kind === 'any' ? plain : kind
}

function kindOf(term: Term, names: Names, text: string): Kind {
  switch (term.kind) {
    case 'number':
      return Number(term.text) === 0 ? 'any' : plain
    case 'name': {
      const known = names.get(term.name)
      if (!known) throw new FormulaError('calculators:problem.unknownName', { name: term.name })
      return known
    }
    case 'minus':
      return kindOf(term.of, names, text)
    case 'binary':
      return binaryKind(term, names, text)
    case 'call':
      return callKind(term, names, text)
  }
}

function binaryKind(term: Extract<Term, { kind: 'binary' }>, names: Names, text: string): Kind {
  const left = kindOf(term.left, names, text)
  const right = kindOf(term.right, names, text)
  const known = (kind: Kind) => (kind === 'any' ? plain : kind)
  switch (term.operator) {
    case '*':
      return left === 'any' || right === 'any' ? 'any' : combine(left, right)
    case '/':
      return left === 'any' ? 'any' : combine(left, known(right), -1)
    case '^':
      requirePlain(right, term.right, text)
      if (isSame(known(left), plain)) return plain
      return raise(known(left), wholeNumber(term.right, text))
    case '+':
    case '-':
      return common([left, right], term, text)
    default:
      common([left, right], term, text)
      return plain
  }
}

function callKind(term: Extract<Term, { kind: 'call' }>, names: Names, text: string): Kind {
  const kinds = term.args.map((arg) => kindOf(arg, names, text))
  const [first = plain, ...others] = kinds
  switch (term.name) {
    case 'if':
      requirePlain(first, term.args[0] ?? term, text)
      return common(others, term, text)
    case 'min':
    case 'max':
      return common(kinds, term, text)
    case 'sqrt':
      return first === 'any' ? 'any' : raise(first, 0.5)
    default:
      for (const [index, kind] of kinds.entries()) requirePlain(kind, term.args[index] ?? term, text)
      return plain
  }
}

function common(kinds: Kind[], term: Term, text: string): Kind {
  const known = kinds.filter((kind) => kind !== 'any')
  const [first] = known
  if (first === undefined) return 'any'
  const other = known.find((kind) => !isSame(first, kind))
  if (!other) return first
  throw new FormulaError('calculators:problem.units', {
    term: text.slice(term.start, term.end),
    left: dimensionText(first),
    right: dimensionText(other),
  })
}

function requirePlain(kind: Kind, term: Term, text: string): void {
  if (kind === 'any' || isSame(kind, plain)) return
  const values = { term: text.slice(term.start, term.end), unit: dimensionText(kind) }
  throw new FormulaError('calculators:problem.plainNumber', values)
}

function wholeNumber(term: Term, text: string): number {
  const sign = term.kind === 'minus' ? -1 : 1
  const number = term.kind === 'minus' ? term.of : term
  const value = number.kind === 'number' ? Number(number.text) : Number.NaN
  if (Number.isInteger(value) && value <= 9) return sign * value
  const values = { term: text.slice(term.start, term.end), unit: '1' }
  throw new FormulaError('calculators:problem.plainNumber', values)
}

import { Decimal } from 'decimal.js'
import { Exact, one, zero } from '../decimal.ts'
import type { FunctionName, Operator, Term } from './parser.ts'
import { FormulaError } from './problem.ts'

const LIMIT = new Exact('1e60')
const MAX_EXPONENT = 1000
/** Roots, broken powers and e^x have no end of digits; 40 are enough and four times quicker than 80. */
const Rough = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_UP })

/**
 * The value of a formula in the engine's decimals; names hold values in coherent units. A comparison is 1 or 0; only the
 * branch of `if` that counts is calculated; sums and products are exact within 80 digits. Never gives NaN or Infinity: throws
 * FormulaError divisionByZero, notReal (root of a negative number) or outOfRange (beyond 1e60) with the term as written.
 */
export function evaluate(
  term: Term,
  names: { get(name: string): Decimal | undefined },
  text: string,
): Decimal {
  const at = (inner: Term): Decimal => evaluate(inner, names, text)
  switch (term.kind) {
    case 'number':
      return new Exact(term.text)
    case 'name': {
      const value = names.get(term.name)
      if (!value) throw new FormulaError('calculators:problem.unknownName', { name: term.name })
      return value
    }
    case 'minus':
      return at(term.of).neg()
    case 'binary':
      return inRange(operate(term.operator, at(term.left), at(term.right), failing(term, text)), term, text)
    case 'call': {
      if (term.name !== 'if')
        return inRange(call(term.name, term.args.map(at), failing(term, text)), term, text)
      const [condition = term, yes = term, no = term] = term.args
      return at(condition).isZero() ? at(no) : at(yes)
    }
  }
}

type Fail = (key: 'divisionByZero' | 'notReal' | 'outOfRange') => FormulaError

function failing(term: Term, text: string): Fail {
  const named = term.kind === 'binary' && term.operator === '/' ? term.right : term
  const written = text.slice(named.start, named.end)
  return (key) => new FormulaError(`calculators:problem.${key}`, { term: written })
}

function operate(operator: Operator, left: Decimal, right: Decimal, fail: Fail): Decimal {
  switch (operator) {
    case '+':
      return left.plus(right)
    case '-':
      return left.minus(right)
    case '*':
      return left.times(right)
    case '/':
      if (right.isZero()) throw fail('divisionByZero')
      return left.div(right)
    case '^':
      return power(left, right, fail)
    case '<':
      return truth(left.lt(right))
    case '<=':
      return truth(left.lte(right))
    case '>':
      return truth(left.gt(right))
    case '>=':
      return truth(left.gte(right))
    case '=':
      return truth(left.eq(right))
    case '<>':
      return truth(!left.eq(right))
  }
}

function power(base: Decimal, exponent: Decimal, fail: Fail): Decimal {
  if (exponent.abs().gt(MAX_EXPONENT)) throw fail('outOfRange')
  if (base.isZero() && exponent.lt(0)) throw fail('divisionByZero')
  if (base.lt(0) && !exponent.isInteger()) throw fail('notReal')
  // Too big or too small to be held is seen before it is worked out.
  if (
    !base.isZero() &&
    exponent
      .abs()
      .times(Math.abs(base.e) + 1)
      .gt(4000)
  )
    throw fail('outOfRange')
  if (exponent.isInteger()) return base.pow(exponent)
  return new Exact(new Rough(base).pow(exponent))
}

function call(name: FunctionName, values: Decimal[], fail: Fail): Decimal {
  const [first = zero, second = zero] = values
  switch (name) {
    case 'min':
      return Exact.min(...values)
    case 'max':
      return Exact.max(...values)
    case 'round':
      if (!second.isInteger() || second.lt(0) || second.gt(18)) throw fail('outOfRange')
      return first.toDecimalPlaces(second.toNumber())
    case 'ceil':
      return first.ceil()
    case 'sqrt':
      if (first.lt(0)) throw fail('notReal')
      return first.sqrt()
    case 'exp':
      if (first.gt(138)) throw fail('outOfRange')
      return first.lt(-1000) ? zero : new Exact(new Rough(first).exp())
    case 'if':
      throw fail('notReal')
  }
}

function truth(holds: boolean): Decimal {
  return holds ? one : zero
}

function inRange(value: Decimal, term: Term, text: string): Decimal {
  if (value.abs().lte(LIMIT)) return value
  throw failing(term, text)('outOfRange')
}

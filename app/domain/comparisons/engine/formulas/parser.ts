import { FormulaError } from './problem.ts'
import { type Token, tokens } from './tokens.ts'

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>'
export type Operator = '+' | '-' | '*' | '/' | '^' | Comparison
export type FunctionName = 'min' | 'max' | 'round' | 'if' | 'exp' | 'sqrt' | 'ceil'

/** start and end: where the term stands in the text. */
type Place = { start: number; end: number }
export type Term = Place &
  (
    | { kind: 'number'; text: string }
    | { kind: 'name'; name: string }
    | { kind: 'minus'; of: Term }
    | { kind: 'binary'; operator: Operator; left: Term; right: Term }
    | { kind: 'call'; name: FunctionName; args: Term[] }
  )

export const MAX_DEPTH = 40
/** Least and most arguments. */
const functions: Record<FunctionName, [number, number]> = {
  min: [2, 20],
  max: [2, 20],
  round: [1, 2],
  if: [3, 3],
  exp: [1, 1],
  sqrt: [1, 1],
  ceil: [1, 1],
}
const levels: readonly (readonly string[])[] = [
  ['<', '<=', '>', '>=', '=', '<>'],
  ['+', '-'],
  ['*', '/'],
]

/**
 * The tree of a formula: numbers with a decimal point, names, + - × ÷ ^ (also *, /), comparisons, parentheses and
 * min, max, round, if, exp, sqrt, ceil. ^ binds more tightly than the sign before it and goes from right to left, as on
 * paper: -2^2 is -4. Throws FormulaError. At most 2,000 characters and 40 levels, so its time is bounded.
 */
export function parseFormula(text: string): Term {
  const reader = new Reader(tokens(text), text)
  const term = reader.level(0)
  reader.end()
  return term
}

class Reader {
  private at = 0
  private depth = 0
  private readonly list: Token[]
  private readonly text: string
  constructor(list: Token[], text: string) {
    this.list = list
    this.text = text
  }

  end(): void {
    const token = this.list[this.at]
    if (token) throw new FormulaError('calculators:problem.unexpected', { term: token.text })
  }

  level(level: number): Term {
    const operators = levels[level]
    if (!operators) return this.signed()
    let left = this.level(level + 1)
    for (
      let token = this.list[this.at];
      token && operators.includes(token.text);
      token = this.list[this.at]
    ) {
      this.at += 1
      const right = this.level(level + 1)
      left = binary(token.text as Operator, left, right)
      if (level === 0) break
    }
    return left
  }

  private signed(): Term {
    return this.deeper(() => {
      const token = this.list[this.at]
      if (token?.text !== '-') return this.power()
      this.at += 1
      const of = this.signed()
      return { kind: 'minus', of, start: token.start, end: of.end }
    })
  }

  private power(): Term {
    const base = this.atom()
    if (this.list[this.at]?.text !== '^') return base
    this.at += 1
    return binary('^', base, this.signed())
  }

  private atom(): Term {
    const token = this.list[this.at]
    if (!token) throw new FormulaError('calculators:problem.incomplete', { term: this.text.slice(-20) })
    this.at += 1
    const place = { start: token.start, end: token.start + token.text.length }
    if (token.kind === 'number') return { kind: 'number', text: token.text, ...place }
    if (token.kind === 'name') {
      if (this.list[this.at]?.text === '(') return this.call(token)
      return { kind: 'name', name: token.text, ...place }
    }
    if (token.text !== '(') throw new FormulaError('calculators:problem.unexpected', { term: token.text })
    const inner = this.level(0)
    return { ...inner, start: token.start, end: this.expect(')') }
  }

  private call(token: Token): Term {
    const name = token.text.toLowerCase()
    if (!isFunction(name)) throw new FormulaError('calculators:problem.unknownFunction', { name: token.text })
    this.at += 1
    const args = [this.level(0)]
    while (this.list[this.at]?.text === ',') {
      this.at += 1
      args.push(this.level(0))
    }
    const end = this.expect(')')
    const [least, most] = functions[name]
    if (args.length < least || args.length > most) {
      throw new FormulaError('calculators:problem.arguments', { name, least, most })
    }
    return { kind: 'call', name, args, start: token.start, end }
  }

  private expect(text: string): number {
    const token = this.list[this.at]
    if (!token) throw new FormulaError('calculators:problem.incomplete', { term: this.text.slice(-20) })
    if (token.text !== text) throw new FormulaError('calculators:problem.unexpected', { term: token.text })
    this.at += 1
    return token.start + 1
  }

  private deeper(read: () => Term): Term {
    this.depth += 1
    if (this.depth > MAX_DEPTH) throw new FormulaError('calculators:problem.tooDeep', { maximum: MAX_DEPTH })
    const term = read()
    this.depth -= 1
    return term
  }
}

function binary(operator: Operator, left: Term, right: Term): Term {
  return { kind: 'binary', operator, left, right, start: left.start, end: right.end }
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name)
}

/** What is wrong with a formula. The words are messages of the namespace `calculators`. */
export type FormulaProblemKey = `calculators:problem.${
  | 'tooLong'
  | 'allTooLong'
  | 'tooDeep'
  | 'tooMany'
  | 'unexpected'
  | 'incomplete'
  | 'unknownFunction'
  | 'arguments'
  | 'unknownName'
  | 'badName'
  | 'duplicateName'
  | 'circular'
  | 'unknownUnit'
  | 'units'
  | 'resultUnit'
  | 'plainNumber'
  | 'divisionByZero'
  | 'notReal'
  | 'outOfRange'
  | 'notANumber'
  | 'belowMinimum'
  | 'notAbove'
  | 'aboveMaximum'
  | 'missingInput'
  | 'calculatorMoved'}`

/** path: name of the assumption or input, as the caller's form knows it; term: the part of the text that is meant. */
export type FormulaProblem = { path: string; key: FormulaProblemKey; values: Record<string, string | number> }

/** Thrown inside the engine; functions for callers return it as a problem. */
export class FormulaError extends RangeError {
  readonly key: FormulaProblemKey
  readonly values: Record<string, string | number>
  constructor(key: FormulaProblemKey, values: Record<string, string | number> = {}) {
    super(`${key} ${JSON.stringify(values)}`)
    this.key = key
    this.values = values
  }
}

/** The problem that the work reports, or its result. Errors of other kinds go on. */
export function attempt<T>(
  path: string,
  work: () => T,
): { ok: true; value: T } | { ok: false; problem: FormulaProblem } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return { ok: false, problem: { path, key: error.key, values: error.values } }
  }
}

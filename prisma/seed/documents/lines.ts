import type { ParametersInput } from '#app/domain/documents/parameters/forms.ts'

type Line = ParametersInput['rows'][number]
type Values = Partial<Pick<Line, 'min' | 'typ' | 'max' | 'conditions' | 'fit' | 'isShared'>>

/** A line of a parameter table: symbol, name, unit, and its values. */
export function line([symbol, name, unit]: [string, string, string], values: Values): Line {
  const empty = { min: null, typ: null, max: null, conditions: '', fit: 'function', isShared: true } as const
  return { symbol, name, unit, ...empty, ...values }
}

import { byFit, type Parameter, type ParameterFit, unitOf, type ValueName, valueNames } from './parameter.ts'
import { compareQuantities, relativeChange } from './units/quantity.ts'

/** `rewritten`: the same quantity in another unit or with another number of zeros, or other words around it. */
export type ParameterChange = 'added' | 'removed' | 'changed' | 'rewritten'

export interface ParameterDifference {
  symbol: string
  change: ParameterChange
  from: Parameter | null
  to: Parameter | null
  /** The values that are not the same quantity; `relative` is (to − from) / |from|, null where that says nothing. */
  values: { name: ValueName; relative: number | null }[]
  /** Whether name or conditions read differently. */
  hasOtherWords: boolean
}

export interface ParameterGroup {
  fit: ParameterFit
  lines: ParameterDifference[]
}

/**
 * What changed from one table to another, by what it is about. Values are compared as quantities: 0.5 mW and 500 µW are
 * the same. Lines belong together by their symbol; what is the same in every respect is left out.
 */
export function differenceOfParameters(from: Parameter[], to: Parameter[]): ParameterGroup[] {
  const before = new Map(from.map((line) => [line.symbol, line]))
  const after = new Map(to.map((line) => [line.symbol, line]))
  const lines = [
    ...to.flatMap((line) => differenceOf(before.get(line.symbol) ?? null, line) ?? []),
    ...from.filter((line) => !after.has(line.symbol)).flatMap((line) => differenceOf(line, null) ?? []),
  ]
  const fitOf = ({ from: old, to: next }: ParameterDifference) => (next ?? old)?.fit
  return byFit(lines, fitOf)
}

function differenceOf(from: Parameter | null, to: Parameter | null): ParameterDifference | null {
  const symbol = (to ?? from)?.symbol ?? ''
  if (!from || !to) {
    return { symbol, change: to ? 'added' : 'removed', from, to, values: [], hasOtherWords: false }
  }
  const values = valueNames.filter((name) => !isSame(from, to, name)).map((name) => changeOf(from, to, name))
  const hasOtherWords = from.name !== to.name || from.conditions !== to.conditions
  if (values.length > 0) return { symbol, change: 'changed', from, to, values, hasOtherWords }
  const isAsWritten =
    !hasOtherWords && from.unit === to.unit && valueNames.every((name) => from[name] === to[name])
  return isAsWritten ? null : { symbol, change: 'rewritten', from, to, values, hasOtherWords }
}

function isSame(from: Parameter, to: Parameter, name: ValueName): boolean {
  const [a, b] = [from[name], to[name]]
  if (a === null || b === null) return a === b
  return compareQuantities({ value: a, unit: unitOf(from) }, { value: b, unit: unitOf(to) }) === 0
}

function changeOf(from: Parameter, to: Parameter, name: ValueName) {
  const [a, b] = [from[name], to[name]]
  if (a === null || b === null) return { name, relative: null }
  return { name, relative: relativeChange({ value: a, unit: unitOf(from) }, { value: b, unit: unitOf(to) }) }
}

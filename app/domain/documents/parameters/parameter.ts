import type { Unit } from './units/read-unit.ts'
import { isProblem, readUnit } from './units/read-unit.ts'

/** What a parameter is about when a product is exchanged: whether it fits in, how it is built, what it does. */
export const parameterFits = ['fit', 'form', 'function', 'other'] as const
export type ParameterFit = (typeof parameterFits)[number]

/** Lines by what they are about, in that order; what no line is about is left out. */
export function byFit<Line>(lines: Line[], fitOf: (line: Line) => ParameterFit | undefined) {
  return parameterFits
    .map((fit) => ({ fit, lines: lines.filter((line) => fitOf(line) === fit) }))
    .filter((group) => group.lines.length > 0)
}

export const valueNames = ['min', 'typ', 'max'] as const
export type ValueName = (typeof valueNames)[number]

export const parameterLimits = {
  rows: 500,
  symbol: 40,
  name: 120,
  conditions: 200,
  unit: 60,
  places: 12,
} as const

/** One line of a parameter table. Values are plain decimal texts in `unit`. */
export interface Parameter {
  symbol: string
  name: string
  conditions: string
  min: string | null
  typ: string | null
  max: string | null
  unit: string
  fit: ParameterFit
  isShared: boolean
}

/** The unit of a stored line: it was checked when it was written. */
export function unitOf({ unit }: Pick<Parameter, 'unit'>): Unit {
  const read = readUnit(unit)
  if (isProblem(read)) throw new Error(`a stored unit cannot be read: ${unit}`)
  return read
}

/** `P_N` as the place of a line in the address of its page. */
export function anchorOf(symbol: string): string {
  return symbol.replace(/\s+/g, '_')
}

import type { Calculator } from './calculator.ts'
import { durability } from './durability.ts'
import { energy } from './energy.ts'
import { operation } from './operation.ts'
import { production } from './production.ts'
import { purchase } from './purchase.ts'
import { switching } from './switching.ts'

/** All calculators, in the order in which they are offered. */
export const calculators: readonly Calculator[] = [
  ...purchase,
  ...production,
  ...operation,
  ...energy,
  ...switching,
  ...durability,
]

export function calculatorOf(id: string): Calculator | null {
  return calculators.find((calculator) => calculator.id === id) ?? null
}

/** Pairs of lines of one option that may count the same money twice: to be warned of, not refused. */
export function doubleCounting(ids: readonly string[]): { first: string; second: string }[] {
  const used = new Set(ids)
  const pairs = calculators.flatMap(({ id, doubleCounts = [] }) =>
    used.has(id) ? doubleCounts.filter((other) => used.has(other)).map((other) => [id, other].sort()) : [],
  )
  const unique = new Map(pairs.map((pair) => [pair.join(' '), pair]))
  return [...unique.values()].map(([first = '', second = '']) => ({ first, second }))
}

/**
 * Of what kind a quantity is: exponents of base kinds ('s', 'm', 'kg', 'A', 'K', 'degC', 'a', 'CUR', 'piece', …).
 * A kind that is not there has the exponent 0. The year is a kind of its own: it is the period of the accounts, not
 * 8,760 hours, so operating hours and calendar time are never mixed.
 */
export type Dimension = Readonly<Record<string, number>>

export const plain: Dimension = {}

export function combine(a: Dimension, b: Dimension, sign: 1 | -1 = 1): Dimension {
  const result: Record<string, number> = { ...a }
  for (const [kind, power] of Object.entries(b)) {
    const total = (result[kind] ?? 0) + sign * power
    if (total === 0) delete result[kind]
    else result[kind] = total
  }
  return result
}

export function raise(dimension: Dimension, power: number): Dimension {
  if (power === 0) return plain
  return Object.fromEntries(Object.entries(dimension).map(([kind, own]) => [kind, own * power]))
}

export function isSame(a: Dimension, b: Dimension): boolean {
  return Object.keys(combine(a, b, -1)).length === 0
}

/** 'CUR/kg', 's^-1'; '1' for a plain number: for messages. */
export function dimensionText(dimension: Dimension): string {
  const text = Object.entries(dimension)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, power]) => (power === 1 ? kind : `${kind}^${power}`))
    .join('·')
  return text || '1'
}

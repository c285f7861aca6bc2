/**
 * Exponents of the seven base units of the SI, and of two that keep apart what an engineer never adds although its SI
 * unit is the watt: apparent power (VA) and reactive power (var).
 */
export type Dimension = readonly number[]

const baseUnits = ['m', 'kg', 's', 'A', 'K', 'mol', 'cd', '[VA]', '[var]'] as const

export const none: Dimension = baseUnits.map(() => 0)

/** `{ m: 2, kg: 1, s: -3 }` */
export function dimensionOf(exponents: Partial<Record<(typeof baseUnits)[number], number>>): Dimension {
  return baseUnits.map((unit) => exponents[unit] ?? 0)
}

/** Of a product in which `b` stands to a power. */
export function combined(a: Dimension, b: Dimension, power: number): Dimension {
  return a.map((exponent, at) => exponent + (b[at] ?? 0) * power)
}

/** `m2.kg.s-3`; empty for a pure number. Two units compare when these texts are equal. */
export function dimensionText(dimension: Dimension): string {
  return baseUnits
    .flatMap((unit, at) => {
      const exponent = dimension[at] ?? 0
      return exponent === 0 ? [] : [exponent === 1 ? unit : `${unit}${exponent}`]
    })
    .join('.')
}

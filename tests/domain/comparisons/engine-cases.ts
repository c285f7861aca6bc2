import fc from 'fast-check'
import type { CaseLine, ComparisonCase } from '#app/domain/comparisons/engine/case.ts'

/** A baseline, one alternative, 1000 units a year, 5 years, 8 %. */
export function comparisonCase(changes: Partial<ComparisonCase> = {}): ComparisonCase {
  return {
    currency: 'EUR',
    discountRate: '0.08',
    horizonYears: 5,
    volumes: [{ year: 1, quantity: '1000' }],
    options: [
      { id: 'base', name: 'Present solution', isBaseline: true },
      { id: 'new', name: 'Alternative', isBaseline: false },
    ],
    lines: [
      line('l1', 'material', 'per_unit', ['10', '9.6']),
      line('l2', 'maintenance', 'per_year', ['1000', '1100']),
      line('l3', 'qualification', 'one_off', ['0', '1000']),
    ],
    ...changes,
  }
}

/** values: baseline, alternative, and so on as 'base', 'new', 'third'. */
export function line(
  id: string,
  category: string,
  basis: CaseLine['basis'],
  values: (string | null)[],
): CaseLine {
  const names = ['base', 'new', 'third']
  const entries = values.map((value, index) => [names[index], value])
  return { id, name: `Line ${id}`, category, basis, values: Object.fromEntries(entries) }
}

/** From 1e-9 to 1e12, also as exponents, zero and negative. */
export const anyAmount = fc.oneof(
  fc.constantFrom('0', '0.000000001', '1e-9', '1000000000000', '1e12', '-1e12', '-0', '0.1'),
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((units) => `${units / 100}`),
)
const anyVolume = fc.oneof(
  fc.constantFrom('0', '1e-9', '1e12', '3', '7'),
  fc.nat({ max: 1_000_000 }).map(String),
)
const anyRate = fc.oneof(
  fc.constantFrom('-0.999999', '-0.5', '0', '1e-9', '0.08', '1', '1e12'),
  fc.integer({ min: 0, max: 400 }).map((thousandths) => `${thousandths / 1000}`),
)
const anyBasis = fc.constantFrom<CaseLine['basis']>('per_unit', 'per_year', 'one_off')
const anyCategory = fc.constantFrom('material', 'energy', 'tooling', 'something else', '__proto__')

const anyLines = fc
  .array(fc.tuple(anyCategory, anyBasis, anyAmount, anyAmount), { maxLength: 8 })
  .map((rows) => rows.map(([category, basis, a, b], index) => line(`l${index}`, category, basis, [a, b])))

export const anyCase: fc.Arbitrary<ComparisonCase> = fc
  .record({
    discountRate: anyRate,
    horizonYears: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(60)),
    quantities: fc.array(fc.option(anyVolume), { maxLength: 6 }),
    firstVolume: anyVolume,
    lines: anyLines,
  })
  .map(({ quantities, firstVolume, ...rest }) =>
    comparisonCase({
      ...rest,
      volumes: [firstVolume, ...quantities].map((quantity, index) => ({ year: index + 1, quantity })),
    }),
  )

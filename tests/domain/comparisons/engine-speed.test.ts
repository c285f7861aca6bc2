import { expect, it } from 'vitest'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import { CATEGORY_ORDER } from '#app/domain/comparisons/engine/case.ts'
import { comparisonCase, line } from './engine-cases.ts'

const bases = ['per_unit', 'per_year', 'one_off'] as const

it('calculates 500 lines, 3 options and 15 years while a person types', () => {
  const lines = Array.from({ length: 500 }, (_, index) => {
    const category = CATEGORY_ORDER[index % CATEGORY_ORDER.length] ?? 'material'
    const values = [17, 16, 15].map((share) => `${(index * share) % 89}.${(index * 7919) % 1000}`)
    return line(`l${index}`, category, bases[index % 3] ?? 'per_unit', values)
  })
  const input = comparisonCase({
    horizonYears: 15,
    lines,
    options: [...comparisonCase().options, { id: 'third', name: 'Third', isBaseline: false }],
    volumes: Array.from({ length: 15 }, (_, index) => ({
      year: index + 1,
      quantity: `${1000 + 37 * index}`,
    })),
  })
  for (let round = 0; round < 30; round += 1) calculateCase(input)
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now()
    calculateCase(input)
    return performance.now() - start
  }).sort((a, b) => a - b)
  expect(times[10]).toBeLessThan(50)
})

import { expect, test } from 'vitest'
import { calculateModel } from '#app/domain/comparisons/engine/model/calculate-model.ts'
import type { ModelCase, ModelResult } from '#app/domain/comparisons/engine/model/model-case.ts'
import { modelText } from '#app/domain/comparisons/engine/model/model-text.ts'
import { both, byFormula, modelCase, motor } from './model-cases.ts'

function figures(input: ModelCase): ModelResult {
  const { result, problems } = calculateModel(input)
  if (!result) throw new Error(JSON.stringify(problems))
  return result
}

test('the text that is signed holds formulas, units, versions and values, and is the same for equal cases', () => {
  const names = [{ name: 'tariff', unit: 'EUR/kWh', values: both('0.160') }]
  const input = modelCase({
    names,
    lines: [motor({ tariff: 'tariff' }), byFormula('tariff * 1', 'per_year')].slice(0, 1),
  })
  const text = modelText(input, figures(input))
  const stored = JSON.parse(JSON.stringify(input)) as ModelCase
  expect(modelText(stored, JSON.parse(JSON.stringify(figures(input))) as ModelResult)).toBe(text)
  for (const part of [
    'ratedPower * loadFactor * operatingHours / efficiency',
    '"version":1',
    '"unit":"EUR/kWh"',
    '"0.16"',
  ])
    expect(text).toContain(part)
})

import { expect, it } from 'vitest'
import { calculatorOf } from '#app/domain/comparisons/engine/calculators/registry.ts'
import { runCalculator } from '#app/domain/comparisons/engine/calculators/run.ts'
import { annuityFactor } from '#app/domain/comparisons/engine/life-cycle/annuity.ts'
import { timeline } from '#app/domain/comparisons/engine/time/timeline.ts'
import { once, running, timedCase } from './timed-cases.ts'

function step(id: string, values: Record<string, string>, name: string): number {
  const calculator = calculatorOf(id)
  const result = calculator && runCalculator(calculator, values)
  if (!result?.ok) throw new Error(id)
  return Number(result.steps.find((item) => item.name === name)?.value)
}

/**
 * Worked with the formulas and tables of the standards named; the inputs are ours where a standard prints no example, and each
 * expected figure was worked out by hand, without the engine.
 */
it('ISO 281: life of a ball bearing at 98 % reliability with aISO 2', () => {
  // (52/6.5)³ = 512 million revolutions; 512e6/(60·1500) = 5688.889 h; a1 = 0.37, aISO = 2.
  const bearing = { dynamicRating: '52', equivalentLoad: '6.5', speed: '1500' }
  const life = step('bearing_life', { ...bearing, reliabilityFactor: '0.37', lifeFactor: '2' }, 'life')
  expect(life).toBeCloseTo((512e6 / 90_000) * 0.74, 9)
})

it('IEC 60034-30-1: a 4-pole 11 kW motor of class IE2 (89.8 %) against IE4 (93.3 %) over ten years', () => {
  const duty = { ratedPower: '11', loadFactor: '75', operatingHours: '6000', tariff: '0.16' }
  const [before = 0, after = 0] = ['89.8', '93.3'].map((efficiency) =>
    step('motor', { ...duty, efficiency }, 'cost'),
  )
  const lines = [
    running('energy', 'energy', [`${before.toFixed(9)}`, `${after.toFixed(9)}`]),
    once('price', ['0', '700']),
  ]
  const [saving] = timeline(timedCase({ horizonYears: 10, lines, discount: nominal('0.06') })).alternatives
  // Annuity factor of 6 % over 10 years from the printed tables: 7.36009.
  expect(Number(annuityFactor('0.06', 10)).toFixed(5)).toBe('7.36009')
  expect(Number(saving?.npv)).toBeCloseTo(330.8531 * 7.36009 - 700, 1)
})

it('VDI 2884: two machines of unequal lives at 10 % are compared by their equivalent annual cost', () => {
  // A: 10,000 for 3 years, 2,000 a year: 10,000/2.48685 + 2,000. B: 14,000 for 5 years, 1,800 a year: 14,000/3.79079 + 1,800.
  const machine = (years: number, price: string, cost: string) => {
    const lines = [running('r', 'maintenance', ['0', cost]), once('p', ['0', price])]
    const { options } = timeline(timedCase({ horizonYears: years, lines, discount: nominal('0.1') }))
    return Number(options[1]?.equivalentAnnualCost)
  }
  expect(machine(3, '10000', '2000')).toBeCloseTo(6021.148, 3)
  expect(machine(5, '14000', '1800')).toBeCloseTo(5493.165, 3)
  // On the common horizon of 15 years, with replacements and nothing left, the same annual cost comes out.
  const lines = [
    running('r', 'maintenance', ['2000', '1800']),
    once('p', ['10000', '14000'], { base: 3, new: 5 }),
  ]
  const both = timeline(timedCase({ horizonYears: 15, lines, discount: nominal('0.1') })).options
  expect(Number(both[0]?.equivalentAnnualCost)).toBeCloseTo(6021.148, 3)
  expect(Number(both[1]?.equivalentAnnualCost)).toBeCloseTo(5493.165, 3)
})

function nominal(rate: string) {
  return { rate, kind: 'nominal', amounts: 'nominal', inflation: null } as const
}

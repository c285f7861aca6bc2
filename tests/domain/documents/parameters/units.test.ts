import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareQuantities, inBase, relativeChange } from '#app/domain/documents/parameters/units/quantity.ts'
import { isProblem, readUnit, type Unit } from '#app/domain/documents/parameters/units/read-unit.ts'

function unit(text: string): Unit {
  const read = readUnit(text)
  if (isProblem(read)) throw new Error(`${text}: ${read.problem} ${read.part}`)
  return read
}

describe('a unit', () => {
  test.each([
    ['kW', 'm2.kg.s-3', '1000', 'kW'],
    ['µF', 'm-2.kg-1.s4.A2', '0.000001', 'µF'],
    ['uF', 'm-2.kg-1.s4.A2', '0.000001', 'µF'],
    ['mOhm', 'm2.kg.s-3.A-2', '0.001', 'mOhm'],
    ['mΩ', 'm2.kg.s-3.A-2', '0.001', 'mΩ'],
    ['N·m', 'm2.kg.s-2', '1', 'N·m'],
    ['N m', 'm2.kg.s-2', '1', 'N·m'],
    ['N.m', 'm2.kg.s-2', '1', 'N·m'],
    ['kg/m3', 'm-3.kg', '1', 'kg/m³'],
    ['kg·m²', 'm2.kg', '1', 'kg·m²'],
    ['m/s^2', 'm.s-2', '1', 'm/s²'],
    ['m·s⁻²', 'm.s-2', '1', 'm·s⁻²'],
    ['W/(m·K)', 'm.kg.s-3.K-1', '1', 'W/(m·K)'],
    ['K/W', 'm-2.kg-1.s3.K', '1', 'K/W'],
    ['°C', 'K', '1', '°C'],
    ['Cel', 'K', '1', '°C'],
    ['%', '', '0.01', '%'],
    ['ppm', '', '0.000001', 'ppm'],
    ['kWh', 'm2.kg.s-2', '3600000', 'kWh'],
    ['kW·h', 'm2.kg.s-2', '3600000', 'kW·h'],
    ['mbar', 'm-1.kg.s-2', '100', 'mbar'],
    ['l/min', 'm3.s-1', null, 'l/min'],
    ['min', 's', '60', 'min'],
    ['mm', 'm', '0.001', 'mm'],
    ['T', 'kg.s-2.A-1', '1', 'T'],
    ['kVA', 'm2.kg.s-3.[VA]', '1000', 'kVA'],
    ['kvar', 'm2.kg.s-3.[var]', '1000', 'kvar'],
    ['', '', '1', ''],
    ['1/h', 's-1', null, '1/h'],
  ])('%s is %s', (text, dimension, factor, sign) => {
    const read = unit(text)
    expect(read.dimension).toBe(dimension)
    expect(read.sign).toBe(sign)
    if (factor) expect(read.factor.toFixed()).toBe(factor)
  })

  test.each([
    ['kw', 'unknown', 'kW'],
    ['Mhz', 'unknown', 'MHz'],
    ['Volt', 'unknown', undefined],
    ['°C/W', 'affine', 'K'],
    ['dB', 'logarithmic', undefined],
    ['dB(A)', 'logarithmic', undefined],
    ['kWW', 'unknown', 'kW'],
    ['constructor', 'unknown', undefined],
    ['kW//K', 'syntax', undefined],
    ['kW/', 'syntax', undefined],
    ['((m))', 'syntax', undefined],
    ['12', 'syntax', undefined],
  ])('%s is none: %s', (text, problem, suggestion) => {
    const read = readUnit(text)
    expect(read).toMatchObject({ problem })
    if (suggestion) expect(read).toMatchObject({ suggestion })
  })
})

describe('quantities', () => {
  test.each([
    ['0.5', 'mW', '500', 'µW', 0],
    ['1', 'h', '3600', 's', 0],
    ['1500', 'r/min', '25', '1/s', 0],
    ['1500', 'rpm', '25', 'Hz', 0],
    ['25', '°C', '298.15', 'K', 0],
    ['77', '°F', '25', '°C', 0],
    ['94', '%', '0.94', '', 0],
    ['7.5', 'kW', '7.6', 'kW', -1],
    ['1', 'bar', '99', 'kPa', 1],
    ['1', 'kWh', '3.6', 'MJ', 0],
    ['1', 'kW', '1', 'kVA', null],
    ['1', 'm', '1', 's', null],
    ['100', 'l/min', '6', 'm3/h', 0],
  ] as const)('%s %s and %s %s', (a, unitA, b, unitB, expected) => {
    expect(compareQuantities({ value: a, unit: unit(unitA) }, { value: b, unit: unit(unitB) })).toBe(expected)
  })

  test('change by their ratio, but not on a scale whose zero is arbitrary', () => {
    const change = (from: string, to: string, sign: string) =>
      relativeChange({ value: from, unit: unit(sign) }, { value: to, unit: unit(sign) })
    expect(change('10', '11', 'kW')).toBeCloseTo(0.1)
    expect(change('-10', '-11', 'V')).toBeCloseTo(-0.1)
    expect(change('0', '1', 'V')).toBeNull()
    expect(change('20', '40', '°C')).toBeNull()
  })

  const simple = fc.constantFrom('m', 'g', 's', 'A', 'K', 'V', 'W', 'Ω', 'F', 'Hz', 'Pa', 'J', 'bar', 'l')
  const prefix = fc.constantFrom('', 'k', 'M', 'm', 'µ', 'n')
  const sign = fc.tuple(prefix, simple).map(([before, after]) => before + after)
  const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String)

  test('a prefix scales by its power of ten', () => {
    fc.assert(
      fc.property(simple, value, (base, number) => {
        const kilo = inBase(number, unit(`k${base}`))
        expect(kilo.eq(inBase(number, unit(base)).times(1000))).toBe(true)
      }),
    )
  })

  test('a product has the factor and the dimension of both, whatever sign stands between', () => {
    fc.assert(
      fc.property(sign, sign, (a, b) => {
        const product = unit(`${a}·${b}`)
        expect(product.factor.eq(unit(a).factor.times(unit(b).factor))).toBe(true)
        expect(unit(`${a}.${b}`).dimension).toBe(product.dimension)
        expect(unit(`${a}/${a}`).dimension).toBe('')
      }),
    )
  })

  test('comparing is symmetric, and what is shown reads as itself', () => {
    fc.assert(
      fc.property(sign, sign, value, value, (a, b, x, y) => {
        const forth = compareQuantities({ value: x, unit: unit(a) }, { value: y, unit: unit(b) })
        const back = compareQuantities({ value: y, unit: unit(b) }, { value: x, unit: unit(a) })
        expect(back).toBe(forth === null ? null : 0 - forth)
        expect(unit(unit(`${a}2/${b}`).sign).dimension).toBe(unit(`${a}2/${b}`).dimension)
      }),
    )
  })

  test('anything typed is a unit or a problem, never a fault', () => {
    fc.assert(fc.property(fc.string({ maxLength: 70 }), (text) => void readUnit(text)))
  })
})

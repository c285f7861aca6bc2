import { describe, expect, it } from 'vitest'
import { isSame } from '#app/domain/comparisons/engine/quantities/dimension.ts'
import { parseUnit } from '#app/domain/comparisons/engine/quantities/units.ts'

describe('units', () => {
  it.each([
    ['kWh', 'kW·h'],
    ['W', 'Nm/s'],
    ['Pa', 'N/m²'],
    ['m³/h', 'l/min'],
    ['rpm', '1/min'],
    ['%', '1'],
    ['EUR/kWh', 'CUR/MWh'],
    ['V·A', 'W'],
  ])('%s and %s are of one kind', (a, b) => {
    expect(
      isSame(parseUnit(a, 'EUR')?.dimension ?? { a: 1 }, parseUnit(b, 'EUR')?.dimension ?? { b: 1 }),
    ).toBe(true)
  })
  it.each([
    ['kW', 'kWh'],
    ['EUR', 'USD'],
    ['h', 'a'],
    ['CUR/lot', 'CUR/piece'],
  ])('%s and %s are not', (a, b) => {
    expect(isSame(parseUnit(a, 'EUR')?.dimension ?? {}, parseUnit(b, 'EUR')?.dimension ?? {})).toBe(false)
  })
  it.each(['', 'furlong', 'kW//h', '/', 'EURO', 'm^99', 'constructor', '__proto__', 'm'.repeat(100)])(
    'does not know %j',
    (text) => expect(parseUnit(text)).toBeNull(),
  )
})

import type { Decimal } from 'decimal.js'
import { Exact, one } from '../decimal.ts'
import { combine, type Dimension, plain, raise } from './dimension.ts'

/** factor: how many coherent units (second, metre, kilogram, …) one of it is. */
export type Unit = { dimension: Dimension; factor: Decimal }

const watt: Dimension = { kg: 1, m: 2, s: -3 }
const joule: Dimension = { kg: 1, m: 2, s: -2 }
const newton: Dimension = { kg: 1, m: 1, s: -2 }
const pascal: Dimension = { kg: 1, m: -1, s: -2 }

/** Things that are counted; each is a kind of its own: a price per lot is no price per piece. */
const counted = ['piece', 'order', 'lot', 'changeover', 'stop', 'event', 'claim', 'pallet', 'person', 'month']

const table: Record<string, [Dimension, string]> = {
  '1': [plain, '1'],
  '%': [plain, '0.01'],
  s: [{ s: 1 }, '1'],
  min: [{ s: 1 }, '60'],
  h: [{ s: 1 }, '3600'],
  a: [{ a: 1 }, '1'],
  mm: [{ m: 1 }, '0.001'],
  m: [{ m: 1 }, '1'],
  km: [{ m: 1 }, '1000'],
  l: [{ m: 3 }, '0.001'],
  g: [{ kg: 1 }, '0.001'],
  kg: [{ kg: 1 }, '1'],
  t: [{ kg: 1 }, '1000'],
  W: [watt, '1'],
  kW: [watt, '1000'],
  MW: [watt, '1000000'],
  J: [joule, '1'],
  Wh: [joule, '3600'],
  kWh: [joule, '3600000'],
  MWh: [joule, '3600000000'],
  eV: [joule, '1.602176634e-19'],
  N: [newton, '1'],
  kN: [newton, '1000'],
  Nm: [joule, '1'],
  Nmm: [joule, '0.001'],
  Pa: [pascal, '1'],
  kPa: [pascal, '1000'],
  bar: [pascal, '100000'],
  V: [{ kg: 1, m: 2, s: -3, A: -1 }, '1'],
  A: [{ A: 1 }, '1'],
  K: [{ K: 1 }, '1'],
  '°C': [{ degC: 1 }, '1'],
  ...Object.fromEntries(counted.map((name): [string, [Dimension, string]] => [name, [{ [name]: 1 }, '1']])),
}

/** Of how many seconds one is: 'rpm' is 1/min, since a revolution is no kind of its own; FIT are failures in 10⁹ h. */
const rates: Record<string, string> = { rpm: '60', FIT: '3600000000000' }

const LONGEST = 60
const superscripts: Record<string, string> = { '²': '^2', '³': '^3' }
const factorPattern = /^([A-Za-z°%]+|1)(?:\^(-?[1-9]))?$/

/**
 * The unit that a text names: symbols joined by · or * and /, read from left to right ('m³/h', 'CUR/kWh', 'kg/m^3').
 * CUR is the currency of the case and `currency` its code; any other code of three capital letters is a kind of its
 * own, so amounts in two currencies never add up. null for what is not known. Source: SI brochure.
 */
export function parseUnit(text: string, currency = 'CUR'): Unit | null {
  if (text.length === 0 || text.length > LONGEST) return null
  const clean = text.replace(/[²³]/g, (sign) => superscripts[sign] ?? '').replaceAll('*', '·')
  let unit: Unit = { dimension: plain, factor: one }
  let sign: 1 | -1 = 1
  for (const part of clean.split(/([·/])/)) {
    if (part === '·' || part === '/') {
      sign = part === '/' ? -1 : 1
      continue
    }
    const own = unitOf(part.trim(), currency)
    if (!own) return null
    unit = {
      dimension: combine(unit.dimension, own.dimension, sign),
      factor: sign === 1 ? unit.factor.times(own.factor) : unit.factor.div(own.factor),
    }
  }
  return unit
}

function unitOf(part: string, currency: string): Unit | null {
  const match = factorPattern.exec(part)
  const symbol = match?.[1]
  if (symbol === undefined) return null
  const power = Number(match?.[2] ?? 1)
  const rate = Object.hasOwn(rates, symbol) ? rates[symbol] : undefined
  if (rate !== undefined) return { dimension: { s: -power }, factor: new Exact(rate).pow(-power) }
  const known = Object.hasOwn(table, symbol) ? table[symbol] : undefined
  if (known) return { dimension: raise(known[0], power), factor: new Exact(known[1]).pow(power) }
  if (!/^[A-Z]{3}$/.test(symbol)) return null
  return { dimension: raise({ [symbol === currency ? 'CUR' : symbol]: 1 }, power), factor: one }
}

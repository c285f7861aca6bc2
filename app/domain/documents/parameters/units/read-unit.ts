import { Decimal } from 'decimal.js'
import { combined, type Dimension, dimensionText, none } from './dimension.ts'
import { type KnownUnit, knownUnits, otherSigns, prefixes } from './known.ts'
import { nearestUnit } from './nearest.ts'

export const Exact = Decimal.clone({ defaults: true, precision: 40 })

export interface Unit {
  /** As it is shown: kg·m², kW/K. */
  sign: string
  /** value × factor + offset is the value in base units of the SI. */
  factor: Decimal
  offset: Decimal
  /** Equal for units that compare, such as `m2.kg.s-3`. */
  dimension: string
}

/** Why a text is no unit: `part` is what was not understood, `suggestion` the nearest known one. */
export interface UnitProblem {
  problem: 'unknown' | 'syntax' | 'affine' | 'logarithmic'
  part: string
  suggestion?: string
}

interface Factor {
  sign: string
  power: number
}

/** Longer than any unit that somebody means. */
const longest = 60

/**
 * Reads a unit in UCUM's codes or as engineers write them: `kW`, `N·m`, `kg.m2`, `m/s^2`, `W/(m·K)`, `1/min`, `%`; empty
 * for a pure number. A quotient divides by the one factor, or by the parenthesis, that follows it (UCUM § 2.2).
 */
export function readUnit(text: string): Unit | UnitProblem {
  const tidy = normalized(text)
  if (tidy.length > longest) return { problem: 'syntax', part: tidy.slice(0, longest) }
  if (tidy === '' || tidy === '1')
    return { sign: '', factor: new Exact(1), offset: new Exact(0), dimension: '' }
  const factors = factorsOf(tidy, 1)
  if ('problem' in factors) return factors
  let factor = new Exact(1)
  let offset = new Exact(0)
  let dimension: Dimension = none
  for (const each of factors.list) {
    const unit = simpleUnit(each.sign)
    if ('problem' in unit) return unit
    if (unit.isLogarithmic) return { problem: 'logarithmic', part: each.sign }
    if (unit.offset) {
      if (factors.list.length > 1 || each.power !== 1)
        return { problem: 'affine', part: each.sign, suggestion: 'K' }
      offset = quotient(unit.offset)
    }
    factor = factor.times(unit.scale.times(quotient(unit.factor)).pow(each.power))
    dimension = combined(dimension, unit.dimension, each.power)
  }
  return { sign: signOf(tidy), factor, offset, dimension: dimensionText(dimension) }
}

export const isProblem = (read: Unit | UnitProblem): read is UnitProblem => 'problem' in read

function normalized(text: string): string {
  const powers: Record<string, string> = { '⁻': '-', '¹': '1', '²': '2', '³': '3', '⁴': '4' }
  return text
    .trim()
    .replace(/[μu](?=[A-Za-zΩ])/g, (sign, at: number, all: string) => (isMicro(sign, at, all) ? 'µ' : sign))
    .replace(/\u2126/g, 'Ω')
    .replace(/[⁻¹²³⁴]/g, (sign) => powers[sign] ?? sign)
    .replace(/[−–]/g, '-')
    .replace(/\^|\*\*/g, '')
    .replace(/\s*([·⋅×*.])\s*|\s+/g, '·')
    .replace(/\s*\/\s*/g, '/')
}

/** A Greek mu always; a `u` at the beginning of a sign alone. */
function isMicro(sign: string, at: number, all: string): boolean {
  return sign === 'μ' || at === 0 || /[·⋅×*./(\s]/.test(all[at - 1] ?? '')
}

function quotient(text: string): Decimal {
  const [over = '1', under = '1'] = text.split('/')
  return new Exact(over).div(under)
}

/** Splits into factors with their powers; a parenthesis is read as a unit of its own. */
function factorsOf(text: string, sense: 1 | -1): { list: Factor[] } | UnitProblem {
  const list: Factor[] = []
  let rest = text.startsWith('1/') ? text.slice(1) : text
  let divides = false
  if (rest.startsWith('/')) {
    divides = true
    rest = rest.slice(1)
  }
  while (rest !== '') {
    const direction = divides ? (-sense as 1 | -1) : sense
    const group = /^\(([^()]+)\)/.exec(rest)
    const single = /^([^\d·/()+-][^\d·/()+-]*(?:\(A\))?)([+-]?\d)?(?=$|[·/])/.exec(rest)
    if (group?.[1]) {
      const inner = factorsOf(group[1], direction)
      if ('problem' in inner) return inner
      list.push(...inner.list)
      rest = rest.slice(group[0].length)
    } else if (single?.[1]) {
      list.push({ sign: single[1], power: Number(single[2] ?? 1) * direction })
      rest = rest.slice(single[0].length)
    } else return { problem: 'syntax', part: rest, suggestion: nearestUnit(rest) }
    if (rest === '') break
    if (!/^[·/]./.test(rest)) return { problem: 'syntax', part: rest }
    divides = rest.startsWith('/')
    rest = rest.slice(1)
  }
  return { list }
}

type Simple = KnownUnit & { scale: Decimal }

function simpleUnit(sign: string): Simple | UnitProblem {
  const whole = known(sign)
  if (whole) return { ...whole, scale: new Exact(1) }
  for (const [prefix, exponent] of Object.entries(prefixes)) {
    if (!sign.startsWith(prefix)) continue
    const unit = known(sign.slice(prefix.length))
    if (unit?.takesPrefix) return { ...unit, scale: new Exact(10).pow(exponent) }
  }
  return { problem: 'unknown', part: sign, suggestion: nearestUnit(sign) }
}

function known(sign: string): KnownUnit | undefined {
  const name = Object.hasOwn(otherSigns, sign) ? (otherSigns[sign] ?? sign) : sign
  return Object.hasOwn(knownUnits, name) ? knownUnits[name] : undefined
}

/** Powers as small figures: kg·m². */
function signOf(tidy: string): string {
  const small: Record<string, string> = { '-': '⁻', '1': '¹', '2': '²', '3': '³', '4': '⁴' }
  const written = tidy.replace(/(?<=[A-Za-zΩ°%])(-?[1-4])(?=$|[·/)])/g, (power) =>
    [...power].map((figure) => small[figure] ?? figure).join(''),
  )
  return written.replace(/[A-Za-z{}[\]_°℃]+/g, (sign) =>
    Object.hasOwn(otherSigns, sign) ? (otherSigns[sign] ?? sign) : sign,
  )
}

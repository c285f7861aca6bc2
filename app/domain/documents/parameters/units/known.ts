import { type Dimension, dimensionOf, none } from './dimension.ts'

export interface KnownUnit {
  /** One of it in the base units of the SI, as a decimal or as a quotient of two ('1/60'). */
  factor: string
  dimension: Dimension
  /** Added after the factor: of temperatures alone. */
  offset?: string
  /** Whether k, m, µ … may stand before it. */
  takesPrefix?: boolean
  /** A ratio on a logarithmic scale: it has no factor. */
  isLogarithmic?: boolean
}

const d = dimensionOf
const energy = d({ m: 2, kg: 1, s: -2 })
const power = d({ m: 2, kg: 1, s: -3 })
const pressure = d({ m: -1, kg: 1, s: -2 })
const time = d({ s: 1 })
const perTime = d({ s: -1 })
const length = d({ m: 1 })
const mass = d({ kg: 1 })
const temperature = d({ K: 1 })
const volume = d({ m: 3 })
const force = d({ m: 1, kg: 1, s: -2 })
const voltage = d({ m: 2, kg: 1, s: -3, A: -1 })
const resistance = d({ m: 2, kg: 1, s: -3, A: -2 })

const si = (dimension: Dimension, factor = '1'): KnownUnit => ({ factor, dimension, takesPrefix: true })
const fixed = (dimension: Dimension, factor: string, offset?: string): KnownUnit => ({
  factor,
  dimension,
  offset,
})

/** UCUM codes and the signs that engineers write (UCUM 2.1; SI brochure, 9th edition; factors exact but for none). */
export const knownUnits: Record<string, KnownUnit> = {
  m: si(length),
  g: si(mass, '0.001'),
  s: si(time),
  A: si(d({ A: 1 })),
  K: si(temperature),
  mol: si(d({ mol: 1 })),
  cd: si(d({ cd: 1 })),
  Hz: si(perTime),
  N: si(force),
  Pa: si(pressure),
  J: si(energy),
  W: si(power),
  VA: si(d({ m: 2, kg: 1, s: -3, '[VA]': 1 })),
  var: si(d({ m: 2, kg: 1, s: -3, '[var]': 1 })),
  C: si(d({ s: 1, A: 1 })),
  V: si(voltage),
  F: si(d({ m: -2, kg: -1, s: 4, A: 2 })),
  Ω: si(resistance),
  S: si(d({ m: -2, kg: -1, s: 3, A: 2 })),
  Wb: si(d({ m: 2, kg: 1, s: -2, A: -1 })),
  T: si(d({ kg: 1, s: -2, A: -1 })),
  H: si(d({ m: 2, kg: 1, s: -2, A: -2 })),
  lm: si(d({ cd: 1 })),
  lx: si(d({ m: -2, cd: 1 })),
  l: si(volume, '0.001'),
  L: si(volume, '0.001'),
  bar: si(pressure, '100000'),
  t: si(mass, '1000'),
  eV: si(energy, '1.602176634e-19'),
  Wh: si(energy, '3600'),
  Ah: si(d({ s: 1, A: 1 }), '3600'),
  min: fixed(time, '60'),
  h: fixed(time, '3600'),
  d: fixed(time, '86400'),
  wk: fixed(time, '604800'),
  a: fixed(time, '31557600'),
  '°C': fixed(temperature, '1', '273.15'),
  '°F': fixed(temperature, '5/9', '45967/180'),
  rad: si(none),
  sr: si(none),
  '°': fixed(none, '3.14159265358979323846/180'),
  '%': fixed(none, '0.01'),
  '‰': fixed(none, '0.001'),
  ppm: fixed(none, '0.000001'),
  ppb: fixed(none, '0.000000001'),
  r: fixed(none, '1'),
  rpm: fixed(perTime, '1/60'),
  in: fixed(length, '0.0254'),
  ft: fixed(length, '0.3048'),
  lb: fixed(mass, '0.45359237'),
  lbf: fixed(force, '4.4482216152605'),
  psi: fixed(pressure, '4.4482216152605/0.00064516'),
  hp: fixed(power, '745.6998715822702'),
  atm: fixed(pressure, '101325'),
  gal: fixed(volume, '0.003785411784'),
  dB: { factor: '1', dimension: none, isLogarithmic: true },
  dBA: { factor: '1', dimension: none, isLogarithmic: true },
  dBm: { factor: '1', dimension: none, isLogarithmic: true },
  dBµV: { factor: '1', dimension: none, isLogarithmic: true },
}

/** Other ways to write a known one: UCUM's codes in ASCII, and what keyboards lack. */
export const otherSigns: Record<string, string> = {
  Ohm: 'Ω',
  ohm: 'Ω',
  Cel: '°C',
  degC: '°C',
  '℃': '°C',
  degF: '°F',
  '[degF]': '°F',
  deg: '°',
  '{rpm}': 'rpm',
  '[ppm]': 'ppm',
  '[ppth]': '‰',
  '[in_i]': 'in',
  '[ft_i]': 'ft',
  '[lb_av]': 'lb',
  '[psi]': 'psi',
  U: 'r',
  rev: 'r',
  'dB(A)': 'dBA',
}

/** Powers of ten; `u` and `μ` (Greek) are read as `µ` (micro). */
export const prefixes: Record<string, number> = {
  Y: 24,
  Z: 21,
  E: 18,
  P: 15,
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  da: 1,
  d: -1,
  c: -2,
  m: -3,
  µ: -6,
  n: -9,
  p: -12,
  f: -15,
  a: -18,
}

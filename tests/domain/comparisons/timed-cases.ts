import type { TimedCase, TimedLine } from '#app/domain/comparisons/engine/time/timed-case.ts'

/** A baseline and one alternative, 1000 units a year, 5 years, nominal 8 %, year-end. */
export function timedCase(changes: Partial<TimedCase> = {}): TimedCase {
  return {
    horizonYears: 5,
    volumes: [{ year: 1, quantity: '1000' }],
    ramp: null,
    discount: { rate: '0.08', kind: 'nominal', amounts: 'nominal', inflation: null },
    timing: 'year_end',
    escalation: {},
    options: [
      { id: 'base', name: 'Present solution', isBaseline: true },
      { id: 'new', name: 'Alternative', isBaseline: false },
    ],
    lines: [],
    ...changes,
  }
}

/** values: baseline, alternative, and so on. */
export function values(...texts: string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text, index) => [['base', 'new', 'third'][index] ?? '', text]))
}

export function running(id: string, category: string, texts: string[]): TimedLine {
  return { id, name: id, category, basis: 'per_year', values: values(...texts) }
}

export function once(id: string, texts: string[], lives: Record<string, number> = {}, year = 0): TimedLine {
  return { id, name: id, category: 'tooling', basis: 'one_off', year, lives, values: values(...texts) }
}

/** Random case number n: the same on every run. */
export function randomCase(n: number): TimedCase {
  let state = n * 7919 + 13
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const pick = <T>(...items: T[]): T => items[Math.floor(next() * items.length)] as T
  const text = (most: number) => `${Math.round(next() * most * 1000) / 1000}`
  const horizonYears = 1 + Math.floor(next() * 20)
  const category = () => pick('material', 'energy', 'tooling', 'maintenance')
  const lines = Array.from({ length: 12 }, (_, index): TimedLine => {
    const own = {
      id: `l${index}`,
      name: `L${index}`,
      category: category(),
      values: values(text(1000), text(1000)),
    }
    const basis = pick('per_unit', 'per_year', 'per_batch', 'per_event', 'one_off')
    if (basis === 'per_batch') return { ...own, basis, size: `${1 + Math.floor(next() * 500)}` }
    if (basis === 'per_event') return { ...own, basis, events: text(20) }
    if (basis !== 'one_off') return { ...own, basis: basis === 'per_unit' ? 'per_unit' : 'per_year' }
    const life = () => 1 + Math.floor(next() * 12)
    const lives = pick<Record<string, number>>({}, { new: life() }, { base: life(), new: life() })
    return { ...own, basis: 'one_off', year: Math.floor(next() * (horizonYears + 1)), lives }
  })
  return timedCase({
    horizonYears,
    volumes: [
      { year: 1, quantity: text(5000) },
      { year: 3, quantity: text(5000) },
    ],
    ramp: pick(null, { share: '0.25', fullFrom: 4 }),
    discount: {
      rate: `${Math.round(next() * 300 - 50) / 1000}`,
      kind: pick('nominal', 'real'),
      amounts: pick('nominal', 'real'),
      inflation: '0.025',
    },
    timing: pick('year_end', 'mid_year'),
    escalation: { energy: '0.04', material: '-0.015', tooling: '0.02' },
    lines,
  })
}

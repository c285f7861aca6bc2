import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../app/ui/styles/tokens.css', import.meta.url), 'utf8')
const pattern = /--color-([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}))/g
const tokens = new Map(
  [...css.matchAll(pattern)].map((m) => [m[1], { light: m[2] ?? m[4], dark: m[3] ?? m[4] }]),
)
type Theme = 'light' | 'dark'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string, theme: Theme): number {
  const [low = 0, high = 0] = [a, b]
    .map((name) => luminance(tokens.get(name)?.[theme] ?? ''))
    .sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken', 'hover']
const texts = ['ink', 'muted', 'faint', 'supplier', 'customer', 'danger', 'positive']
const tints = ['supplier', 'customer', 'danger', 'positive']
const pairs = [
  ...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...tints.flatMap((tint) => ['ink', 'muted', 'faint', tint].map((text) => [text, `${tint}-tint`] as const)),
  ['inverse', 'ink'] as const,
  ['on-danger', 'danger-solid'] as const,
]
const marks = ['control', 'supplier-mark', 'customer-mark', 'focus']

// WCAG 2.2, 1.4.3 and 1.4.11
describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(marks)('%s is seen on every ground', (mark) => {
    for (const ground of grounds) expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3)
  })
})

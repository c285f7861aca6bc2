import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median, quantile } from '#app/domain/consultations/reports/engine/quantile.ts'
import { shareOf } from '#app/domain/consultations/reports/engine/wilson.ts'

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('a share and its interval', () => {
  // Worked out by hand with z = 1.96 and known from the literature (Newcombe 1998, method 3, for the first two).
  test.each([
    [81, 263, 0.308, 0.2553, 0.3662],
    [15, 148, 0.1014, 0.0624, 0.1605],
    [8, 10, 0.8, 0.4902, 0.9433],
    [4, 6, 0.6667, 0.3, 0.9032],
    // Of none and of all there is still an interval: z² / (n + z²) is 0.2775 of ten.
    [0, 10, 0, 0, 0.2775],
    [10, 10, 1, 0.7225, 1],
    [1, 1, 1, 0.2065, 1],
  ])('%i of %i', (count, n, share, low, high) => {
    const found = shareOf(count, n)
    expect(found).toMatchObject({ count, n })
    expect(found?.share).toBeCloseTo(share, 4)
    expect(found?.low).toBeCloseTo(low, 4)
    expect(found?.high).toBeCloseTo(high, 4)
  })

  test('of no case is none, and nothing else than cases is counted', () => {
    expect(shareOf(0, 0)).toBeNull()
    for (const [count, n] of [
      [1, 0],
      [-1, 3],
      [4, 3],
      [0.5, 1],
      [Number.NaN, 2],
    ] as const)
      expect(() => shareOf(count, n)).toThrow(RangeError)
  })

  test('the interval lies within 0 and 1, holds the share, mirrors, and narrows with the cases', () => {
    fc.assert(
      fc.property(counts, ([count, n]) => {
        const { share, low, high } = shareOf(count, n) ?? { share: -1, low: 1, high: 0 }
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(share)
        expect(high).toBeGreaterThanOrEqual(share)
        expect(high).toBeLessThanOrEqual(1)
        const mirrored = shareOf(n - count, n)
        expect(1 - (mirrored?.high ?? 0)).toBeCloseTo(low, 9)
        const more = shareOf(count * 4, n * 4)
        expect((more?.high ?? 1) - (more?.low ?? 0)).toBeLessThan(high - low)
      }),
    )
  })
})

describe('median and P90', () => {
  test.each([
    // Of one value both are it; of two the median is their mean, and the P90 nine tenths of the way.
    [[5], 5, 5],
    [[10, 20], 15, 19],
    // 0.9 of the way from the first to the last of three is 0.8 of the way from the second to the third.
    [[30, 10, 20], 20, 28],
    // The hand-made history: (5 − 1) · 0.9 = 3.6, so 240 + 0.6 · (360 − 240).
    [[180, 240, 360, 60, 30], 180, 312],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
  ])('of %j', (values, middle, p90) => {
    expect(median(values)).toBe(middle)
    expect(quantile(values, 0.9)).toBeCloseTo(p90, 9)
  })

  test('of no value there is none; the order does not matter; parts are parts', () => {
    expect(median([])).toBeNull()
    expect(quantile([], 0.9)).toBeNull()
    for (const part of [-0.1, 1.1, Number.NaN]) expect(() => quantile([1], part)).toThrow(RangeError)
    const values = fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const value = quantile(all, part) ?? Number.NaN
        expect(value).toBeGreaterThanOrEqual(Math.min(...all))
        expect(value).toBeLessThanOrEqual(Math.max(...all))
        expect(quantile(all.toReversed(), part)).toBe(value)
        expect(quantile(all, 1)).toBe(Math.max(...all))
      }),
    )
  })
})

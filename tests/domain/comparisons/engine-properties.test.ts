import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import type { CaseLine, ComparisonCase } from '#app/domain/comparisons/engine/case.ts'
import type { AlternativeResult } from '#app/domain/comparisons/engine/result.ts'
import { anyAmount, anyCase, line } from './engine-cases.ts'

const Wide = Decimal.clone({ precision: 200 })

function first(input: ComparisonCase): AlternativeResult {
  const [alternative] = calculateCase(input).alternatives
  if (!alternative) throw new Error('no alternative')
  return alternative
}

function withLines(input: ComparisonCase, change: (line: CaseLine) => CaseLine): ComparisonCase {
  return { ...input, lines: input.lines.map(change) }
}

function total(amounts: string[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Wide(0))
}

describe('for every case', () => {
  it('a common factor on all costs scales NPV and savings and leaves the rates', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom('2', '0.5', '3', '0.125'), (input, factor) => {
        const scaled = withLines(input, (item) => {
          const values = Object.entries(item.values).map(([id, value]) => [
            id,
            new Wide(value ?? 0).times(factor).toFixed(),
          ])
          return { ...item, values: Object.fromEntries(values) }
        })
        const [before, after] = [first(input), first(scaled)]
        const exact = new Wide(before.npv).times(factor)
        // Present values are stated on 18 decimal places.
        const slack = exact.abs().times('1e-40').plus('1e-17')
        expect(exact.minus(after.npv).abs().lte(slack)).toBe(true)
        expect(after.horizonSaving).toBe(new Wide(before.horizonSaving).times(factor).toFixed())
        expect(after.simplePayback).toEqual(before.simplePayback)
        expect(after.irr.kind).toBe(before.irr.kind)
      }),
    )
  })

  it('moving a cost from the baseline to the alternative changes the saving by its double', () => {
    const basis = fc.constantFrom<CaseLine['basis']>('per_unit', 'per_year', 'one_off')
    fc.assert(
      fc.property(anyCase, anyAmount, basis, (input, cost, kind) => {
        const add = (values: string[]) => ({
          ...input,
          lines: [...input.lines, line('moved', 'energy', kind, values)],
        })
        const neither = first(add(['0', '0']))
        const atBaseline = first(add([cost, '0']))
        const atAlternative = first(add(['0', cost]))
        for (const key of ['horizonSaving', 'firstYearSaving', 'runningSaving'] as const) {
          const single = new Wide(atBaseline[key]).minus(neither[key])
          const both = new Wide(atBaseline[key]).minus(atAlternative[key])
          expect(both.toFixed()).toBe(single.times(2).toFixed())
        }
      }),
    )
  })

  it('without a positive cash flow payback never comes', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const costly = withLines(input, (item) => ({
          ...item,
          values: { base: '0', new: new Wide(item.values.new ?? 0).abs().toFixed() },
        }))
        const { simplePayback, discountedPayback, irr, mirr } = first(costly)
        expect([simplePayback.kind, discountedPayback.kind]).toEqual(['never', 'never'])
        expect([irr.kind, mirr]).toEqual(['none', null])
      }),
    )
  })

  it('the order of lines, options and volumes changes nothing', () => {
    fc.assert(
      fc.property(
        anyCase.chain((input) =>
          fc.tuple(fc.constant(input), shuffled(input.lines), shuffled(input.volumes)),
        ),
        ([input, lines, volumes]) => {
          expect(calculateCase({ ...input, lines, volumes })).toEqual(calculateCase(input))
          const reversed = calculateCase({ ...input, options: [...input.options].reverse() })
          expect(reversed.alternatives).toEqual(calculateCase(input).alternatives)
        },
      ),
    )
  })

  it('bridge, categories and years add up to the last digit', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const { options, alternatives } = calculateCase(input)
        for (const option of options) {
          expect(total(option.costByYear.map((year) => year.amount)).toFixed()).toBe(option.horizonCost)
          expect(total(option.costByCategory.map((part) => part.horizon)).toFixed()).toBe(option.horizonCost)
        }
        const [alternative] = alternatives
        const bridge = alternative?.bridge
        if (!alternative || !bridge) return
        const sum = total(bridge.steps.map((step) => step.amount))
        expect(sum.plus(bridge.start).toFixed()).toBe(bridge.end)
        expect(sum.neg().plus(0).toFixed()).toBe(alternative.savingPerUnit)
        expect(bridge.steps.at(-1)?.to ?? bridge.end).toBe(bridge.end)
      }),
    )
  })

  it('simple payback is not later than discounted payback at a rate of zero or more', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        fc.pre(!input.discountRate.startsWith('-'))
        const { simplePayback, discountedPayback } = first(input)
        if (discountedPayback.kind === 'never') return
        expect(simplePayback.kind).toBe('years')
        if (simplePayback.kind === 'never') return
        expect(new Wide(simplePayback.years).lte(discountedPayback.years)).toBe(true)
      }),
    )
  })

  it('every figure is plain decimal text', () => {
    const isPlain = /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/
    fc.assert(
      fc.property(anyCase, (input) => {
        const text = JSON.stringify(calculateCase(input), (key, value) => {
          const isNumber = typeof value === 'string' && !/Id$|category|currency|kind|engineVersion/.test(key)
          if (isNumber) expect(value).toMatch(isPlain)
          return value
        })
        expect(text).not.toMatch(/NaN|Infinity/)
        expect(calculateCase(JSON.parse(JSON.stringify(input)))).toEqual(JSON.parse(text))
      }),
    )
  })
})

function shuffled<T>(items: T[]) {
  return fc.shuffledSubarray(items, { minLength: items.length })
}

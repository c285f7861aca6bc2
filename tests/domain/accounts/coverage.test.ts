import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Side } from '#app/domain/access/actor.ts'
import {
  type CoverageEntry,
  canCover,
  counterpartOf,
  coverageCells,
  coverageFunctions,
  gaps,
  resolveCoverage,
  specificity,
} from '#app/domain/accounts/coverage.ts'

const line = (id: string, given: Partial<CoverageEntry> = {}): CoverageEntry => ({
  ...{ id, side: 'supplier', function: 'engineering', siteId: null, familyId: null, isActive: true },
  membershipId: `member-${id}`,
  ...given,
})
const need = (given: { siteId?: string | null; familyId?: string | null; side?: Side } = {}) => ({
  ...{ function: 'engineering' as const, side: 'supplier' as Side },
  ...given,
})

describe('the most specific line answers', () => {
  const general = line('1')
  const site = line('2', { siteId: 'porto' })
  const family = line('3', { familyId: 'drives' })
  const both = line('4', { siteId: 'porto', familyId: 'drives' })
  const all = [general, site, family, both]
  test.each([
    ['site and family', { siteId: 'porto', familyId: 'drives' }, all, '4'],
    ['family before site', { siteId: 'porto', familyId: 'drives' }, [general, site, family], '3'],
    ['site before general', { siteId: 'porto', familyId: 'drives' }, [general, site], '2'],
    ['general', { siteId: 'porto', familyId: 'drives' }, [general], '1'],
    ['another family', { siteId: 'porto', familyId: 'modules' }, all, '2'],
    ['another site', { siteId: 'braga', familyId: 'drives' }, all, '3'],
    ['nothing said', {}, all, '1'],
    ['nothing general', {}, [site, family, both], undefined],
  ])('%s', (_, asked, lines, expected) => {
    expect(resolveCoverage(lines, need(asked))?.id).toBe(expected)
  })

  test('a line that is not active counts as absent', () => {
    expect(
      resolveCoverage([general, { ...both, isActive: false }], need({ siteId: 'porto', familyId: 'drives' }))
        ?.id,
    ).toBe('1')
  })
  test('sides and functions are kept apart', () => {
    expect(resolveCoverage(all, need({ side: 'customer' }))).toBeNull()
    expect(resolveCoverage(all, { ...need(), function: 'logistics' })).toBeNull()
  })
  test('account management works in the row of purchasing', () => {
    const lines = [line('1', { function: 'purchasing' })]
    expect(resolveCoverage(lines, { ...need(), function: 'account_management' })?.id).toBe('1')
  })
})

describe('who may stand in a row', () => {
  test.each([
    ['the function itself', 'customer', ['engineering'], true],
    ['another function', 'customer', ['logistics'], false],
    ['account management for everything', 'supplier', ['account_management'], true],
    ['nobody without a function', 'supplier', [], false],
  ] as const)('%s', (_, side, functions, expected) => {
    expect(canCover({ side, functions: [...functions] }, 'engineering')).toBe(expected)
  })
})

test('counterparts: whoever answers the same combination on the other side, once a function', () => {
  const lines = [
    line('1', { membershipId: 'ingrid' }),
    line('2', { membershipId: 'dev', familyId: 'modules' }),
    line('3', { side: 'customer', membershipId: 'lin' }),
    line('4', { side: 'customer', membershipId: 'wu', siteId: 'porto' }),
  ]
  const axes = { siteIds: ['porto'], familyIds: ['modules'] }
  const names = (membershipId: string, side: Side) =>
    counterpartOf(lines, { membershipId, side }, axes).map((c) => c.membershipId)
  expect(names('ingrid', 'supplier')).toEqual(['lin', 'wu'])
  expect(names('dev', 'supplier')).toEqual(['lin', 'wu'])
  expect(names('wu', 'customer')).toEqual(['ingrid', 'dev'])
  expect(names('nobody', 'customer')).toEqual([])
})

const anyLine = fc.record({
  id: fc.uuid(),
  side: fc.constantFrom('supplier' as const, 'customer' as const),
  function: fc.constantFrom(...coverageFunctions),
  siteId: fc.constantFrom(null, 's1', 's2'),
  familyId: fc.constantFrom(null, 'f1', 'f2'),
  membershipId: fc.constantFrom('a', 'b', 'c'),
  isActive: fc.boolean(),
})
const anyLines = fc.uniqueArray(anyLine, { selector: (l) => l.id, maxLength: 30 })
const anyNeed = fc.record({
  side: fc.constantFrom('supplier' as const, 'customer' as const),
  function: fc.constantFrom(...coverageFunctions),
  siteId: fc.constantFrom(null, 's1', 's2'),
  familyId: fc.constantFrom(null, 'f1', 'f2'),
})
const axes = { siteIds: ['s1', 's2'], familyIds: ['f1', 'f2'] }

describe('properties', () => {
  test('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(anyLines, anyNeed, (lines, asked) => {
        expect(resolveCoverage(lines.toReversed(), asked)).toEqual(resolveCoverage(lines, asked))
      }),
    )
  })
  test('no active fitting line is narrower than the answer, and the answer fits', () => {
    fc.assert(
      fc.property(anyLines, anyNeed, (lines, asked) => {
        const answer = resolveCoverage(lines, asked)
        const alone = lines.filter((l) => resolveCoverage([l], asked))
        expect(answer === null).toBe(alone.length === 0)
        if (answer) expect(Math.max(...alone.map(specificity))).toBe(specificity(answer))
      }),
    )
  })
  test('a general line on each side for each function leaves no gap, and without lines all is gap', () => {
    const general = coverageFunctions.flatMap((fn, i) =>
      (['supplier', 'customer'] as const).map((side) => line(`${side}${i}`, { function: fn, side })),
    )
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(gaps([...general, ...lines], axes)).toEqual([])
      }),
    )
    expect(gaps([], axes)).toHaveLength(coverageCells(axes).length * 2)
  })
  test('one more line never makes a gap', () => {
    fc.assert(
      fc.property(anyLines, anyLine, (lines, more) => {
        expect(gaps([...lines, more], axes).length).toBeLessThanOrEqual(gaps(lines, axes).length)
      }),
    )
  })
  test('being a counterpart is mutual', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        for (const c of counterpartOf(lines, { membershipId: 'a', side: 'supplier' }, axes)) {
          const back = counterpartOf(lines, { membershipId: c.membershipId, side: 'customer' }, axes)
          expect(back.map((b) => b.membershipId)).toContain('a')
        }
      }),
    )
  })
})

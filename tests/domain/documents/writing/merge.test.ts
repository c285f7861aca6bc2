import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isClean, mergeBySection, mergedText, sectionsOf } from '#app/domain/documents/writing/merge.ts'

const base = '# Losses\n\nCopper 120 W.\n\n# Test\n\nIEC 60034-2-1.\n\n# Result\n\n94.1 %'

describe('two texts from one', () => {
  test.each([
    ['neighbouring sections', base.replace('120', '118'), base.replace('2-1', '2-3')],
    ['a section added and one changed', `${base}\n\n# Limits\n\n40 °C`, base.replace('94.1', '94.3')],
    [
      'a heading renamed, the next section changed',
      base.replace('# Test', '# Method'),
      base.replace('94.1', '94.3'),
    ],
    [
      'one taken out, another changed',
      base.replace('# Test\n\nIEC 60034-2-1.\n\n', ''),
      base.replace('120', '118'),
    ],
  ])('%s: both changes are in it', (_, mine, theirs) => {
    const parts = mergeBySection(base, mine, theirs)
    expect(isClean(parts)).toBe(true)
    const text = mergedText(parts)
    for (const side of [mine, theirs]) {
      for (const line of side.split('\n').filter((each) => !base.includes(each))) expect(text).toContain(line)
    }
    expect(mergedText(mergeBySection(base, theirs, mine))).toBe(text)
  })

  test('what both changed is shown with both texts, and the rest is merged', () => {
    const mine = base.replace('94.1', '94.3').replace('120', '118')
    const parts = mergeBySection(base, mine, base.replace('94.1', '94.6'))
    expect(parts.filter((part) => part.kind === 'conflict')).toEqual([
      {
        kind: 'conflict',
        base: '# Result\n\n94.1 %',
        mine: '# Result\n\n94.3 %',
        theirs: '# Result\n\n94.6 %',
      },
    ])
    expect(mergedText(parts, ['theirs'])).toBe(base.replace('94.1', '94.6').replace('120', '118'))
    expect(mergedText(parts)).toContain('94.3')
    expect(mergedText(parts)).toContain('94.6')
  })

  test('taken out by one and changed by the other is a conflict', () => {
    const mine = base.replace('\n\n# Result\n\n94.1 %', '')
    expect(mergeBySection(base, mine, base.replace('94.1', '94.6'))).toContainEqual(
      expect.objectContaining({ kind: 'conflict', mine: '', theirs: '# Result\n\n94.6 %' }),
    )
  })

  test('headings in code and the same heading twice', () => {
    expect(sectionsOf('a\n```\n# no\n```\n# A\n\n# A\nx').map((each) => each.key)).toEqual([
      '1 ',
      '1 # A',
      '2 # A',
    ])
    const twice = '# A\n\none\n\n# A\n\ntwo'
    const parts = mergeBySection(twice, twice.replace('one', 'eins'), twice.replace('two', 'zwei'))
    expect(mergedText(parts)).toBe('# A\n\neins\n\n# A\n\nzwei')
  })

  test('a text of thousands of headings, and one of spaces alone', () => {
    const long = Array.from({ length: 3000 }, (_, n) => `# ${n}`).join('\n')
    expect(isClean(mergeBySection(long, `${long}\nx`, `y\n${long}`))).toBe(true)
    const spaces = `a${' '.repeat(90_000)}b`
    expect(mergedText(mergeBySection('a', spaces, 'a'))).toBe(spaces)
  })
})

describe('for any texts', () => {
  const section = fc.tuple(
    fc.constantFrom('# A', '# B', '# C', '## D', ''),
    fc.stringMatching(/^[a-z ]{0,9}$/),
  )
  const text = fc.array(section, { maxLength: 7 }).map((all) => all.map(([h, t]) => `${h}\n${t}`).join('\n'))
  const words = (markdown: string) =>
    markdown
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)

  test('unchanged on one side: the other side, letter by letter', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(mergedText(mergeBySection(one, other, one))).toBe(other)
        expect(mergedText(mergeBySection(one, one, other))).toBe(other)
        expect(mergedText(mergeBySection(one, other, other))).toBe(other)
      }),
    )
  })

  test('what either side wrote anew is in the text or shown as a conflict', () => {
    fc.assert(
      fc.property(text, text, text, (from, mine, theirs) => {
        const all = words(mergedText(mergeBySection(from, mine, theirs)))
        const old = new Set(words(from))
        for (const line of [...words(mine), ...words(theirs)]) if (!old.has(line)) expect(all).toContain(line)
      }),
    )
  })

  test('changes in different sections come together', () => {
    const numbered = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 2 })
    fc.assert(
      fc.property(numbered, fc.nat(), fc.nat(), (names, a, b) => {
        const [first, second] = [a % names.length, b % names.length]
        fc.pre(first !== second)
        const write = (...changed: number[]) =>
          names.map((name, n) => `# ${name}\n\n${changed.includes(n) ? `new ${n}` : 'old'}`).join('\n\n')
        const parts = mergeBySection(write(), write(first), write(second))
        expect(isClean(parts)).toBe(true)
        expect(mergedText(parts)).toBe(write(first, second))
      }),
    )
  })
})

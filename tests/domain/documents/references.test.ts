import { describe, expect, test } from 'vitest'
import { findReferences, readReference, writeReference } from '#app/domain/documents/references.ts'

const written = (text: string) => findReferences(text).map(writeReference)

describe('references in a text', () => {
  test.each([
    ['see [[TN-0001]] first', ['[[TN-0001]]']],
    ['[[tn-1]], [[TN0001]] and [[TN-0001]] are one', ['[[TN-0001]]']],
    ['[[TN-0001@2]] is not [[TN-0001]]', ['[[TN-0001@2]]', '[[TN-0001]]']],
    ['[[TN-0001#P_N]] and [[TN-0001@2#η]]', ['[[TN-0001#P_N]]', '[[TN-0001@2#η]]']],
    ['[[DS-12345#R_DS(on)]]', ['[[DS-12345#R_DS(on)]]']],
    ['请看[[TN-0003]]。', ['[[TN-0003]]']],
  ])('%s', (text, expected) => expect(written(text)).toEqual(expected))

  test.each([
    'nothing [TN-0001] here',
    '[[TN-0]] [[TN-]] [[-1]] [[TN-0001@0]]',
    '[[TN-00\n01]]',
    'in `[[TN-0001]]` code',
    '```\n[[TN-0001]]\n```',
    '~~~\n[[TN-0001]]',
    '[[ABCDE-1]] [[TN-12345678]]',
  ])('not in %j', (text) => expect(written(text)).toEqual([]))

  test('after a code block the text counts again', () => {
    expect(written('```\n[[TN-0001]]\n```\nand [[TN-0002]]')).toEqual(['[[TN-0002]]'])
  })

  test('so many count and no more', () => {
    const many = Array.from({ length: 500 }, (_, index) => `[[TN-${index + 1}]]`).join(' ')
    expect(findReferences(many)).toHaveLength(100)
  })

  test('a hostile text takes no time', () => {
    const started = performance.now()
    findReferences(`${'`'.repeat(50_000)}${'[['.repeat(50_000)}${'[[TN-1'.repeat(10_000)}`)
    expect(performance.now() - started).toBeLessThan(500)
  })

  test('between the brackets', () => {
    expect(readReference('TN-0002@3#P_N')).toEqual({ prefix: 'TN', number: 2, version: 3, symbol: 'P_N' })
    expect(readReference('TN')).toBeNull()
  })
})

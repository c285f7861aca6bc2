import { describe, expect, test } from 'vitest'
import { markFound, plainExcerpt } from '#app/domain/search/marks.ts'
import { readNumber, readQuestion } from '#app/domain/search/question.ts'

describe('what was typed', () => {
  test.each([
    ['thermal derating', "'thermal' & 'derating':*"],
    ['CMD-075-4', "('cmd' <-> '075' <-> '4':*)"],
    ['变频器散热', "('变频' <-> '频器' <-> '器散' <-> '散热')"],
    ['热', "'热':*"],
    ['CMD-075 散热', "('cmd' <-> '075') & ('散热')".replace("('散热')", "'散热'")],
    ['перегрев', "'перегрев':*"],
    ['3.5 kW', "'3.5' & 'kw':*"],
    ["o'brien | drop & !table:*", "('o' <-> 'brien') & 'drop' & 'table':*"],
    ['a', "'a'"],
  ])('%s', (typed, source) => {
    expect(readQuestion(typed)?.source).toBe(source)
  })

  test('nothing but signs and spaces asks nothing', () => {
    for (const typed of [null, '', '   ', '«—»', "';--", '\\']) expect(readQuestion(typed)).toBeNull()
  })

  test('numbers of records', () => {
    expect(readNumber('C-12')).toEqual({ prefix: 'C', number: 12 })
    expect(readNumber('tn 0003')).toEqual({ prefix: 'TN', number: 3 })
    expect(readNumber('CC-0007')).toEqual({ prefix: 'CC', number: 7 })
    expect(readNumber('CMD-075')).toBeNull()
  })
})

describe('marks', () => {
  const marked = (text: string, words: string[]) =>
    markFound(text, words)
      .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
      .join('')

  test('stand at whole words, in any script, with or without accents', () => {
    expect(marked('The converters convert; a con is none.', ['convert'])).toBe(
      'The [converters] [convert]; a con is none.',
    )
    expect(marked('Refrigeração e refrigerador', ['refriger'])).toBe('[Refrigeração] e [refrigerador]')
    expect(marked('Перегрев привода', ['привод'])).toBe('Перегрев [привода]')
    expect(marked('变频器散热不良', ['变频', '频器'])).toBe('[变频器]散热不良')
    expect(marked('<b>drive</b>', ['drive'])).toBe('<b>[drive]</b>')
  })

  test('an excerpt is one plain line', () => {
    expect(plainExcerpt('A $x^2$ b $$\\frac{1}{2}$$ c\n|---:|---|')).toBe('A b c')
    expect(plainExcerpt('## Title\n\n- **bold** [link](https://x.example)\n| a | b |')).toBe(
      'Title - bold link a b',
    )
    expect(plainExcerpt('word '.repeat(100), 20)).toBe('word word word word …')
  })
})

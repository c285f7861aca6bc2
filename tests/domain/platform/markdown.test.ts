import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlain, renderPlain } from '#app/platform/markdown/plain.server.ts'
import { renderArticle, renderMarkdown } from '#app/platform/markdown.server.ts'

const html = async (text: string) => (await renderArticle(text)).html

describe('what is meant is shown', () => {
  test('HTML stays readable as text', async () => {
    expect(await html('List<String> and <b>bold</b>')).toBe(
      '<p>List&#x3C;String> and &#x3C;b>bold&#x3C;/b></p>',
    )
  })

  test('tables, notes, code, task lists', async () => {
    const result = await html(
      '| a | b |\n|---|--:|\n| 1 | 2 |\n\n```ts\nx < 1\n```\n\n- [x] done\n\nsee[^1]\n\n[^1]: note',
    )
    expect(result).toContain('<td align="right">2</td>')
    expect(result).toContain('<code class="language-ts">x &#x3C; 1')
    expect(result).toContain('☑ done')
    expect(result).toContain('href="#text-fn-1"')
    expect(result).toContain('<li id="text-fn-1">')
  })

  test('formulas as HTML and MathML, displayed and in a line; a wrong one as its source', async () => {
    const { html: result, hasFormulas } = await renderArticle(
      '$a^2$\n\n$$\n\\frac{P}{\\eta}\n$$\n\n$\\frac{$',
    )
    expect(hasFormulas).toBe(true)
    expect(result.match(/<math /g)).toHaveLength(2)
    expect(result).toContain('katex-display')
    expect(result).toContain('<code class="formula-error">\\frac{</code>')
    expect((await renderArticle('no formula')).hasFormulas).toBe(false)
  })

  test('prices are no formulas', async () => {
    expect(await html('between $5 and **about** $10')).toBe(
      '<p>between $5 and <strong>about</strong> $10</p>',
    )
    expect(await html('$5 to $10, or $x$ and $12')).toContain('$5 to $10, or <span class="katex">')
  })

  test('headings begin below the title of the page, with ids for the contents', async () => {
    const { html: result, headings } = await renderArticle('# Ключ\n\n### 效率\n\n# Ключ\n\n> # quoted')
    expect(headings.map((h) => [h.depth, h.id, h.text])).toEqual([
      [2, 'text-ключ', 'Ключ'],
      [4, 'text-效率', '效率'],
      [2, 'text-ключ-2', 'Ключ'],
    ])
    expect(result).toContain('<h2 id="text-ключ">Ключ</h2>')
  })

  test('foreign links do not tell where they were followed', async () => {
    expect(await html('[a](https://x.example) [b](/documents)')).toBe(
      '<p><a href="https://x.example" rel="nofollow noopener noreferrer">a</a> <a href="/documents">b</a></p>',
    )
  })

  test('the lines of a message stay lines', async () => {
    expect(await renderMarkdown('one\n*two*\n\nthree')).toBe('<p>one<br>\n<em>two</em></p>\n<p>three</p>')
  })
})

test('a table of one column is no plain text', async () => {
  expect(await renderMarkdown('a\n:-')).toContain('<table')
})

test('the short way gives what the long way gives', async () => {
  const piece = fc.constantFrom(
    'a',
    'Б',
    '效',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '.',
    ',',
    '-',
    '+',
    '1',
    '1.',
    ')',
    '(',
    '!',
    '?',
    ':',
    '"',
    "'",
    '/',
    '%',
    '\t',
    'w',
    ';',
    '}',
    '{',
    '^',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const text = pieces.join('')
      fc.pre(isPlain(text))
      // An unused definition shows nothing, and keeps the text from taking the short way.
      expect(renderPlain(text)).toBe(await renderMarkdown(`${text}\n\n[unused]: /x`))
    }),
    { numRuns: 2000 },
  )
})

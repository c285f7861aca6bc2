import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderArticle, renderMarkdown } from '#app/platform/markdown.server.ts'

const html = async (text: string) => (await renderArticle(text)).html

describe('what is dangerous has no effect', () => {
  test.each([
    '<script>alert(1)</script>',
    'before <script>alert(1)</script> after',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<details open ontoggle=alert(1)>',
    '<style>*{display:none}</style>',
    '<a href="https://x" onclick="alert(1)" style="position:fixed">x</a>',
    '![x](https://tracker.example/pixel.png)',
    '![x][t]\n\n[t]: https://tracker.example/pixel.png',
    '[![x](https://tracker.example/pixel.png)](https://x.example)',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{javascript:alert(1)}$',
    '$\\includegraphics{https://tracker.example/p.png}$',
    '$\\htmlClass{evil}{x}\\htmlStyle{position:fixed}{x}\\htmlData{a=b}{x}$',
    '$\\text{<img src=x onerror=alert(1)>}$',
    '$<img src=x onerror=alert(1)>$',
    '```math\n</annotation><img src=x onerror=alert(1)>\n```',
    '```"><script>alert(1)</script>\nx\n```',
    '# <img src=x onerror=alert(1)>',
    '[x]: javascript:alert(1)\n\n[x]',
    'note[^"><script>]\n\n[^"><script>]: text',
    '<!-- comment --> <?php echo 1 ?> <![CDATA[x]]>',
  ])('%s', async (text) => {
    for (const result of [await html(text), await renderMarkdown(text)]) {
      // Formulas are KaTeX's own, which are looked at apart below.
      const tags = [...result.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/gi)]
      const names = new Set(tags.map((tag) => tag[1]?.toLowerCase()))
      for (const name of [
        'script',
        'img',
        'svgx',
        'iframe',
        'style',
        'details',
        'object',
        'embed',
        'form',
        'input',
      ]) {
        expect(names).not.toContain(name)
      }
      for (const [, , attributes] of tags) {
        expect(attributes).not.toMatch(/\bon\w+\s*=/i)
        expect(attributes).not.toMatch(/(?:href|src)\s*=\s*"?\s*(?:javascript|data|vbscript):/i)
        expect(attributes).not.toMatch(/position:\s*fixed|evil/)
      }
    }
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:x',
    'file:///etc/passwd',
  ])('a link to %s leads nowhere', async (address) => {
    for (const text of [`[x](<${address}>)`, `[x](${address})`, `<${address}>`]) {
      expect(await html(text)).not.toMatch(/href="\s*(?:java|data|vbs|file)/i)
    }
  })

  test('anything typed gives known elements and attributes alone', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '`',
      '$',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\n',
      ' ',
      '#',
      '|',
      '-',
      '*',
      '&',
      ';',
      ':',
      'javascript:',
      'onerror=',
      'img',
      'script',
      'a',
      '\\',
      '{',
      '}',
      '^',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const result = await html(pieces.join(''))
        expect(result).not.toMatch(/<(?:script|img|iframe|svg|style|form|input)\b/i)
        expect(result).not.toMatch(/<[a-z][^>]*\s(?:on\w+|src|srcset|action)=/i)
        for (const [, style] of result.matchAll(/style="([^"]*)"/g)) expect(style).toMatch(/^[\w\s:;.#-]*$/)
      }),
      { numRuns: 500 },
    )
  })

  test('what would keep the libraries busy is shown as it was typed', async () => {
    for (const text of [
      '>'.repeat(50_000),
      '- '.repeat(20_000),
      '> a\n\n'.repeat(10_000),
      '**a'.repeat(20_000),
      '[a]('.repeat(20_000),
    ]) {
      const before = performance.now()
      expect(await html(text)).toMatch(/^<pre/)
      expect(performance.now() - before).toBeLessThan(500)
    }
  })
})

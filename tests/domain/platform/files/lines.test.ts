import { expect, test } from 'vitest'
import { runBeside } from '#app/platform/beside/beside.server.ts'
import { readPdf } from '#app/platform/extract/pdf.server.ts'
import { type PdfLine, writePdfLines } from '#app/platform/pdf/lines.server.ts'

const madeAt = new Date('2026-11-01T10:00:00Z')

async function pagesOf(lines: PdfLine[], language = 'en'): Promise<string[]> {
  const pages: string[] = []
  const bytes = await writePdfLines({ title: 'Evidence', language, madeAt, lines })
  await readPdf(bytes, ({ text }) => Boolean(pages.push(text)))
  return pages
}
const text = (words: string): PdfLine => ({ as: 'text', text: words })

test.each([
  ['ru', 'Доказательства по CN-0001'],
  ['zh', '林晓 已确认'],
  ['ar', 'نص ABC'],
  ['pt', 'Refrigeração'],
])('in %s the sheets are numbered with letters that the font has', async (language, words) => {
  const [page = ''] = await pagesOf([text(words)], language)
  expect(page).toMatch(/1 \/ 1$/)
  // Written right to left, Arabic comes back in another order.
  if (language !== 'ar') expect(page).toContain(words)
})

test('what is too long goes on below, torn at a space or where the line is full, and nothing is lost', async () => {
  const words = Array.from({ length: 2000 }, (_, index) => `word${index}`)
  const pages = await pagesOf([text(words.join(' ')), { as: 'hash', text: 'ab12'.repeat(400) }])
  const all = pages.map((page, index) => page.replace(`${index + 1} / ${pages.length}`, '')).join('\n')
  expect(pages.length).toBeGreaterThan(1)
  for (const word of words) expect(all).toMatch(new RegExp(`\\b${word}\\b`))
  expect(all.replace(/\s/g, '')).toContain('ab12'.repeat(400))
})

test('line breaks and other signs of control are spaces', async () => {
  expect((await pagesOf([text('one\n\ttwo\u0000three')]))[0]).toContain('one two three')
})

test('hundreds of sheets are written beside the pages, which go on being answered', async () => {
  const lines = Array.from({ length: 2500 }, (_, index): PdfLine[] => [
    { as: 'entry', text: `${index}. Acknowledged · 林晓, Lumen Appliances` },
    text('I have read this version and understood what changes for us, and until when.'),
    { as: 'hash', text: 'ab12'.repeat(16) },
  ]).flat()
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const bytes = await runBeside('writePdf', { title: 'Evidence', language: 'en', madeAt, lines })
  clearInterval(timer)
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(longest).toBeLessThan(2000)
  // Other tests run beside it.
}, 60_000)

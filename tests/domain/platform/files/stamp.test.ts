import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { degrees, PDFDocument } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { runBeside } from '#app/platform/beside/beside.server.ts'
import { runsOf } from '#app/platform/pdf/fonts.server.ts'
import { type Stamped, stampPdf } from '#app/platform/pdf/stamp.server.ts'

const text = '林晓 · Lumen Mobility · Иван Щербаков · São Paulo · 2026-03-02 16:00 (Asia/Shanghai)'

/** The text of every page as a reader's program finds it. */
async function textOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await document.loadingTask.destroy()
  return pages
}
const bytesOf = (stamped: Stamped) => {
  if ('unstamped' in stamped) throw new Error(stamped.unstamped)
  return stamped.bytes
}
const squeezed = (line: string) => line.replace(/\s+/g, '')

async function blank(pages: number, turn = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let i = 0; i < pages; i++) document.addPage().setRotation(degrees(turn))
  return document.save()
}

const folder = path.resolve('..', 'shared', 'data', 'files')
const shared = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : []
const own = [path.resolve('tests/support/fixtures/report.pdf')]
const all = [...own, ...shared.map((name) => path.join(folder, name))]

describe('real PDFs', () => {
  if (shared.length === 0) test.skip(`the files of other programs are not here (${folder})`, () => undefined)

  test.each(all)('%s carries the line on each page, or says why not', async (file) => {
    const stamped = await stampPdf(readFileSync(file), { text })
    if (file.includes('password')) return expect(stamped).toEqual({ unstamped: 'encrypted' })
    const before = await textOf(readFileSync(file))
    const after = await textOf(bytesOf(stamped))
    expect(after).toHaveLength(before.length)
    after.forEach((page, index) => {
      expect(squeezed(page)).toContain(squeezed(text))
      expect(squeezed(page)).toContain(squeezed(before[index] ?? ''))
    })
  })
})

describe('the line', () => {
  test.each([0, 90, 180, 270])('stands within a page that is turned by %i degrees', async (turn) => {
    const bytes = bytesOf(await stampPdf(await blank(1, turn), { text }))
    const page = await (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1)
    const view = page.getViewport({ scale: 1 })
    for (const item of (await page.getTextContent()).items) {
      if (!('transform' in item)) continue
      const [x = 0, y = 0] = view.convertToViewportPoint(item.transform[4], item.transform[5])
      expect(x).toBeGreaterThan(5)
      expect(x).toBeLessThan(view.width - 5)
      expect(view.height - y).toBeGreaterThan(3)
      expect(view.height - y).toBeLessThan(12)
    }
  })

  test('has the letters of other scripts too', async () => {
    const name = '김민수 สมชาย Ελένη'
    expect((await runsOf(name)).map((run) => run.font)).toContain('rest')
    expect(squeezed((await textOf(bytesOf(await stampPdf(await blank(1), { text: name }))))[0] ?? '')).toBe(
      squeezed(name),
    )
  })
})

test('no PDF at all, a broken one, an empty one', async () => {
  for (const bytes of [Buffer.from('no PDF'), Buffer.from('%PDF-1.7\n1 0 obj\n<<'), Buffer.alloc(0)]) {
    expect(await stampPdf(bytes, { text })).toEqual({ unstamped: 'damaged' })
  }
})

test('beside the pages: 50 pages within a second, and the process goes on', async () => {
  const original = await blank(50)
  // The best of a few: how busy the machine is with other tests is not what is measured.
  const tries: { whole: number; pause: number }[] = []
  for (let i = 0; i < 5; i++) {
    let pause = 0
    let last = performance.now()
    const timer = setInterval(() => {
      pause = Math.max(pause, performance.now() - last)
      last = performance.now()
    }, 5)
    const began = performance.now()
    const stamped = await runBeside('stampPdf', { bytes: Uint8Array.from(original), stamp: { text } })
    clearInterval(timer)
    expect(stamped).toMatchObject({ pages: 50 })
    tries.push({ whole: performance.now() - began, pause })
  }
  expect(Math.min(...tries.map(({ whole }) => whole))).toBeLessThan(1000)
  expect(Math.min(...tries.map(({ pause }) => pause))).toBeLessThan(250)
})

test('what takes too long is ended, and the next one has a thread again', async () => {
  const bytes = Uint8Array.from(await blank(1))
  await expect(runBeside('stampPdf', { bytes, stamp: { text } }, { patience: 0 })).rejects.toThrow('too long')
  expect(await runBeside('stampPdf', { bytes, stamp: { text } })).toMatchObject({ pages: 1 })
})

import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openListening, type Visitor, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'

const opened = useBrowser()
let lin: Visitor
beforeAll(async () => {
  if (!hasBrowser) return
  lin = await visitAs(opened.browser, opened.application.url, 'lin@lumen.example')
}, 300_000)

/** The first PDF that the list leads to. */
async function openPdf(page: Page): Promise<void> {
  await page.goto('/documents?q=TN-0002')
  await page.locator('a.ui-row-link').first().click()
  await page.locator('a[href$="/view"]').first().click()
  await page.waitForSelector('.pdf-page canvas')
  await page.waitForSelector('.textLayer span')
}

const value = (page: Page) => page.locator('.viewer-bar span').first().textContent()

describe.skipIf(!hasBrowser)('the viewer', () => {
  test('shows a stamped PDF, finds text, zooms by keys, and breaks no rule of the page', async () => {
    const { page } = lin
    await openPdf(page)
    await expect.poll(() => page.locator('.textLayer').first().textContent()).toContain('林晓')
    await page.keyboard.press('/')
    await page.keyboard.type('derating')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.viewer-bar output').textContent()).toMatch(/^1 \/ \d+$/)
    const marked = await page.evaluate(() => CSS.highlights.get('found-current')?.size)
    expect(marked).toBe(1)
    await page.locator('.viewer-frame').focus()
    const before = await page.locator('.pdf-page').first().boundingBox()
    await page.keyboard.press('+')
    await expect
      .poll(async () => (await page.locator('.pdf-page').first().boundingBox())?.width)
      .toBeGreaterThan(before?.width ?? 0)
    await page.keyboard.press('0')
    await page.keyboard.press('End')
    expect(await value(page)).toBeTruthy()
    expect(lin.complaints).toEqual([])
  })

  test('tells how long it was read and which pages were seen', async () => {
    const { page } = lin
    await page.clock.install()
    await openPdf(page)
    await page.bringToFront()
    await page.mouse.move(600, 400)
    await page.clock.runFor(2600)
    const beat = page.waitForRequest((request) => request.url().endsWith('/seen'))
    await page.locator('nav a[href*="/documents/"]').first().click()
    const sent = new URLSearchParams((await beat).postData() ?? '')
    expect(Number(sent.get('milliseconds'))).toBeGreaterThan(500)
    expect(sent.get('pages')).toMatch(/^1/)
    expect(lin.complaints).toEqual([])
  })

  test('evidence turns from the picture to its table by a key', async () => {
    const marcus = await visitAs(opened.browser, opened.application.url, 'marcus@halden.example')
    const { page } = marcus
    await page.goto('/documents?q=TN-0002')
    const href = await page.locator('a.ui-row-link').first().getAttribute('href')
    await openListening(page, `${href?.split('?')[0]}/evidence`)
    await page.waitForSelector('svg[role=img]')
    await page.keyboard.press('t')
    await page.waitForURL(/view=table/)
    await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(1)
    expect(marcus.complaints).toEqual([])
  })
})

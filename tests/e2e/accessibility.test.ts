import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser, openListening, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'

const opened = useBrowser()

const pages = [
  '/',
  '/documents',
  '/consultations',
  '/consultations/new',
  '/settings',
  '/accounts',
  '/search?q=drive',
]
/** From a list to its first record. */
const records = ['/documents', '/consultations']

async function isCut(page: Page): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return width > 0 ? [`${page.url()} is ${width} px wider than the window`] : []
}

describe.skipIf(!hasBrowser)('at phone width and by keyboard', () => {
  test.each([320, 390])('nothing is cut at %d px', async (width) => {
    const wrong: string[] = []
    const visitor = await visitAs(opened.browser, opened.application.url, 'lin@lumen.example', { width })
    for (const path of pages) {
      await visitor.page.goto(path)
      wrong.push(...(await isCut(visitor.page)))
    }
    for (const list of records) {
      await visitor.page.goto(list)
      await visitor.page.goto(
        (await visitor.page.locator('main [data-row] a').first().getAttribute('href')) ?? list,
      )
      wrong.push(...(await isCut(visitor.page)))
    }
    await visitor.context.close()
    expect(wrong).toEqual([])
  })

  test('the keyboard alone: find, open, walk a list', async () => {
    const { page, context } = await visitAs(opened.browser, opened.application.url, 'ingrid@halden.example')
    await openListening(page, '/')
    await page.keyboard.press('/')
    await page.locator('dialog[open] input').waitFor()
    await page.keyboard.type('derating')
    await page.locator('dialog[open] [role=option]', { hasText: 'Derating' }).first().waitFor()
    await page.keyboard.press('Escape')
    await openListening(page, '/documents')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/)
    await context.close()
  })
})

describe.skipIf(!hasBrowser)('without scripts', () => {
  test('signing in, reading and writing work', async () => {
    const { page, context } = await visitAs(opened.browser, opened.application.url, 'lin@lumen.example', {
      hasScripts: false,
    })
    await page.goto('/consultations')
    await page.goto((await page.locator('main [data-row] a').first().getAttribute('href')) ?? '')
    const text = `Without scripts ${Date.now()}`
    await page.locator('main textarea[name=body]').first().fill(text)
    await page.locator('main form:has(textarea[name=body]) button[type=submit]').first().click()
    await page.getByText(text).first().waitFor()
    await context.close()
  })
})

describe.skipIf(!hasBrowser)('with scripts', () => {
  test('who goes on before a page is there hears nothing of it', async () => {
    const { page, context, complaints } = await visitAs(
      opened.browser,
      opened.application.url,
      'ingrid@halden.example',
    )
    await openListening(page, '/documents')
    const network = await context.newCDPSession(page)
    const slow = { latency: 60, downloadThroughput: 12_000, uploadThroughput: 50_000 }
    await network.send('Network.emulateNetworkConditions', { offline: false, ...slow })
    const follow = (path: string) =>
      page
        .locator(`nav a[href="${path}"]`)
        .first()
        .evaluate((a) => (a as HTMLElement).click())
    await network.send('Network.enable')
    // In the middle of the data, wherever that is: the page is asked for, begun, half there.
    for (const moment of ['requestWillBeSent', 'responseReceived', 'dataReceived'] as const) {
      for (const path of ['/accounts', '/documents']) {
        const reached = new Promise((resolve) => network.once(`Network.${moment}`, resolve))
        await follow(path)
        await reached
      }
    }
    await network.send('Network.emulateNetworkConditions', {
      ...slow,
      offline: false,
      latency: 0,
      downloadThroughput: -1,
    })
    await follow('/products')
    await page.waitForURL('**/products')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('who stands on both sides switches, and sees what is the other membership’s', async () => {
    const { page, context, complaints } = await visitAs(
      opened.browser,
      opened.application.url,
      'quinn@halden.example',
    )
    const switchTo = async (side: string) => {
      await openListening(page, '/')
      await page.locator('header summary[title="Quinn Abbott"]').click()
      await page.getByText(`Act as Halden Components (${side})`).click()
      const present = page.locator('header p', { hasText: `Halden Components (${side})` })
      await present.waitFor({ state: 'attached' })
    }
    await switchTo('Customer')
    await page.getByRole('link', { name: 'Ask the supplier' }).waitFor()
    await page.goto('/documents')
    expect(await page.locator('main [data-row]').allTextContents()).toEqual([
      expect.stringContaining('DK film capacitors'),
    ])
    await switchTo('Supplier')
    await page.getByRole('link', { name: 'Write a note' }).waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })
})

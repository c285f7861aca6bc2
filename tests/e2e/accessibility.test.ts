import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Application, startApplication, stopApplication } from '#tests/support/application.ts'
import { hasBrowser, launchBrowser, openListening, type Visitor, visitAs } from '#tests/support/browser.ts'

let application: Application
let browser: Browser

beforeAll(async () => {
  if (!hasBrowser) return
  application = await startApplication()
  browser = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await browser?.close()
  if (application) await stopApplication(application)
})

const pages: Record<string, string[]> = {
  'ingrid@halden.example': [
    '/',
    '/documents',
    '/documents/new',
    '/consultations',
    '/accounts',
    '/products',
    '/search?q=drive',
  ],
  'admin@halden.example': [
    '/members',
    '/members/invite',
    '/audit',
    '/settings',
    '/settings/sessions',
    '/notifications',
    '/outbox',
    '/documents/review-rules',
    '/documents/review-rules/new',
  ],
  'marcus@halden.example': ['/comparisons', '/comparisons/new', '/accounts/new'],
  'lin@lumen.example': ['/', '/documents', '/consultations', '/consultations/new'],
}
/** From a list to its first record. */
const records = ['/documents', '/consultations', '/comparisons', '/accounts']

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    )
}

async function isCut(page: Page): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return width > 0 ? [`${page.url()} is ${width} px wider than the window`] : []
}

// Every page twice: a busy machine takes its time.
describe.skipIf(!hasBrowser)('every page, in both themes and at phone width', { timeout: 300_000 }, () => {
  test.each(Object.keys(pages))('%s finds nothing serious', async (email) => {
    const wrong: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      const visitor: Visitor = await visitAs(browser, application.url, email, { theme })
      for (const path of pages[email] ?? []) {
        await visitor.page.goto(path)
        wrong.push(...(await findings(visitor.page)))
      }
      for (const list of records) {
        await visitor.page.goto(list)
        const record = visitor.page.locator('main [data-row] a').first()
        if ((await record.count()) === 0) continue
        await visitor.page.goto((await record.getAttribute('href')) ?? list)
        wrong.push(...(await findings(visitor.page)))
      }
      expect(visitor.complaints).toEqual([])
      await visitor.context.close()
    }
    expect(wrong).toEqual([])
  })

  test.each([320, 390])('nothing is cut at %d px', async (width) => {
    const wrong: string[] = []
    const visitor = await visitAs(browser, application.url, 'lin@lumen.example', { width })
    for (const path of [...(pages['lin@lumen.example'] ?? []), '/settings', '/accounts', '/search?q=drive']) {
      await visitor.page.goto(path)
      wrong.push(...(await isCut(visitor.page)))
    }
    for (const list of records.slice(0, 2)) {
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
    const { page, context } = await visitAs(browser, application.url, 'ingrid@halden.example')
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
    const { page, context } = await visitAs(browser, application.url, 'lin@lumen.example', {
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

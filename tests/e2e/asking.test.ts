import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser, openListening, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'

const opened = useBrowser()
const visit = (who: string, looks = {}) => visitAs(opened.browser, opened.application.url, who, looks)
const lin = 'lin@lumen.example'

async function pastePicture(page: Page) {
  await page.locator('textarea[name=body]').evaluate((field) => {
    const png = atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    )
    const bytes = Uint8Array.from(png, (character) => character.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    const options = { bubbles: true, cancelable: true, clipboardData: data }
    field.dispatchEvent(new ClipboardEvent('paste', options))
  })
}

describe.skipIf(!hasBrowser)('asking', () => {
  test('what fits is offered below the text, in Chinese too, and ends the question with a word', async () => {
    const { page, complaints } = await visit(lin)
    await openListening(page, '/consultations/new')
    await page.locator('input[name=subject]').fill('海拔 1900 m 进风 45 °C 可用电流')
    const offered = page.locator('section[aria-labelledby=suggestions] li')
    await expect.poll(() => offered.count()).toBeGreaterThan(0)
    expect(await offered.count()).toBeLessThanOrEqual(5)
    expect(await offered.first().locator('a').getAttribute('target')).toBe('_blank')
    await offered.first().locator('button').click()
    await page.waitForURL(/\/(documents|consultations)\/[0-9a-f-]{36}/)
    await openListening(page, '/consultations/new')
    expect(await page.locator('input[name=subject]').inputValue()).not.toContain('1900')
    expect(complaints).toEqual([])
  })

  test('what is offered late moves no button away under the pointer', async () => {
    const { page } = await visit(lin)
    await openListening(page, '/consultations/new')
    let offer = () => undefined as unknown
    const isAimed = new Promise((resolve) => {
      offer = () => resolve(undefined)
    })
    await page.route(/\/consultations\/suggestions/, async (route) => {
      await isAimed
      await route.continue()
    })
    await page.locator('input[name=subject]').fill('海拔 1900 m 进风 45 °C 可用电流')
    const button = page.locator('form[method=post] button[type=submit]').last()
    await button.focus()
    const before = await button.boundingBox()
    offer()
    await page.locator('section[aria-labelledby=suggestions]').waitFor()
    expect((await button.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
  })

  test('a pasted screenshot goes along, and what was typed is on another device as well', async () => {
    const first = await visit(lin)
    await openListening(first.page, '/consultations/new')
    await first.page.locator('input[name=subject]').fill('Screenshot of the parameter list')
    await first.page.locator('textarea[name=body]').fill('See the picture.')
    await expect
      .poll(
        async () => {
          const { page } = await visit(lin)
          await page.goto('/consultations/new')
          return page.locator('textarea[name=body]').inputValue()
        },
        { timeout: 20_000, interval: 2000 },
      )
      .toBe('See the picture.')
    await pastePicture(first.page)
    await expect.poll(() => first.page.locator('input[name=fileIds]').count()).toBe(1)
    await first.page.locator('form[method=post] button[type=submit]').last().click()
    await first.page.waitForURL(/\/consultations\/[0-9a-f-]{36}$/)
    expect(await first.page.locator('main').textContent()).toMatch(/screenshot-[\d-]+\.png/)
    const second = await visit(lin)
    await second.page.goto('/consultations')
    expect(await second.page.locator('main').textContent()).not.toContain(
      'Screenshot of the parameter list · ',
    )
    expect([...first.complaints, ...second.complaints]).toEqual([])
  }, 60_000)

  test('with scripts off the form works as it did, template and all', async () => {
    const { page } = await visit(lin, { hasScripts: false })
    await page.goto('/consultations/new')
    await page.locator('nav a[href*="template="]').first().click()
    await page.locator('input[name=subject]').fill('Trips on start')
    await page.locator('textarea[name=body]').fill('Since Monday.')
    await page.locator('input[name="answers.f0"]').fill('F07')
    await page.locator('input[name="answers.f1"]').fill('36')
    await page.locator('form[method=post] button[type=submit]').last().click()
    await page.waitForURL(/\/consultations\/[0-9a-f-]{36}$/)
    expect(await page.locator('dd', { hasText: 'F07' }).count()).toBe(1)
  })

  test('on a phone a photo is one button away, within reach, in the form and in a thread', async () => {
    const { page } = await visit(lin, { width: 390 })
    await page.goto('/consultations/new')
    const photo = page.locator('input[type=file][capture=environment]')
    expect(await photo.getAttribute('accept')).toBe('image/*')
    const box = await photo.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(24)
    await page.goto('/consultations?status=open')
    await page.locator('a[href^="/consultations/0"]').first().click()
    await page.waitForURL(/\/consultations\/[0-9a-f-]{36}$/)
    await expect
      .poll(() => page.locator('#composer label:has(input[capture=environment])').isVisible())
      .toBe(true)
    const wide = await visit(lin, { width: 1280 })
    await wide.page.goto('/consultations/new')
    await expect.poll(() => wide.page.locator('input[capture=environment]').count()).toBe(1)
    expect(await wide.page.locator('label:has(input[capture=environment])').isVisible()).toBe(false)
  })
})

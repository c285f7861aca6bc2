import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openListening, type Visitor, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'

const opened = useBrowser()
let ingrid: Visitor
let edit: string
beforeAll(async () => {
  if (!hasBrowser) return
  ingrid = await visitAs(opened.browser, opened.application.url, 'ingrid@halden.example')
}, 300_000)

const text = (page: Page) => page.locator('textarea[name=body]')
const said = (page: Page) => page.locator('[data-saving]')
const shown = (page: Page) => page.locator('section .ui-prose').last()

/** As an operating system hands over what was copied or dragged. */
async function give(page: Page, event: 'paste' | 'drop', what: { text?: string; picture?: boolean }) {
  await text(page).evaluate(
    (field, { event, what }) => {
      const data = new DataTransfer()
      if (what.text) data.setData('text/plain', what.text)
      if (what.picture) {
        const png = atob(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        )
        const bytes = Uint8Array.from(png, (character) => character.charCodeAt(0))
        data.items.add(new File([bytes], 'winding.png', { type: 'image/png' }))
      }
      const options = { bubbles: true, cancelable: true }
      field.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      )
    },
    { event, what },
  )
}

describe.skipIf(!hasBrowser)('an engineer writes', () => {
  test('a note from a template, with a table, a picture, a formula, and a reference', async () => {
    const { page } = ingrid
    await openListening(page, '/documents/new')
    await page.locator('input[name=title]').fill('Bearing currents at 8 kHz')
    await page.waitForSelector('[role=toolbar]')
    await text(page).fill('## Measured\n\n')
    await text(page).press('End')
    await page.keyboard.press('Control+m')
    await page.keyboard.type('u_b')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await give(page, 'paste', { text: 'Speed\tCurrent\n1500\t0.4 A\n3000\t0.7 A\n' })
    expect(await text(page).inputValue()).toContain('| Speed | Current |\n| --: | --- |\n| 1500 | 0.4 A |')
    await give(page, 'paste', { text: 'a\tb\n'.repeat(5000) })
    await expect.poll(() => page.locator('main').textContent()).toContain('5000')
    expect(await text(page).inputValue()).not.toContain('| a | b |')
    await page.keyboard.type('See #TN-000')
    await page.waitForSelector('[role=listbox] [role=option]')
    await page.keyboard.press('Enter')
    expect(await text(page).inputValue()).toMatch(/See \[\[TN-000\d\]\]/)
    await page.keyboard.press('Enter')
    await give(page, 'drop', { picture: true })
    await expect.poll(() => text(page).inputValue()).toMatch(/!\[winding\]\(file:[0-9a-f-]{36} "1x1"\)/)
    await expect.poll(() => shown(page).innerHTML()).toContain('blob:')
    await expect.poll(() => shown(page).innerHTML()).toContain('katex')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/)
    const picture = page.locator('article img')
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
    expect(await page.locator('article tr').count()).toBe(3)
    expect(await page.locator('article a[href^="/documents/"]').count()).toBe(1)
    edit = `${new URL(page.url()).pathname}/edit`
    expect(ingrid.complaints).toEqual([])
  })

  test('what is typed is saved by itself and survives the loss of the page', async () => {
    const { page } = ingrid
    await openListening(page, edit)
    await page.waitForSelector('[role=toolbar]')
    await text(page).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n\n## Next\n\nSaved by itself.')
    await expect.poll(() => said(page).getAttribute('data-saving'), { timeout: 20_000 }).toBe('saved')
    await page.keyboard.type(' Not yet.')
    await openListening(page, edit)
    await expect.poll(() => text(page).inputValue()).toContain('Saved by itself. Not yet.')
    await expect.poll(() => said(page).getAttribute('data-saving'), { timeout: 20_000 }).not.toBe('waiting')
    expect(ingrid.complaints).toEqual([])
  })

  test('a second author is warned, and both texts stay', async () => {
    const { page } = ingrid
    await page.goto(edit.replace(/edit$/, 'authors'))
    const dev = await page.locator('option', { hasText: 'Dev' }).first().getAttribute('value')
    await page.locator('select[name=membershipId]').selectOption(dev)
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForLoadState('networkidle')
    const colleague = await visitAs(opened.browser, opened.application.url, 'dev@halden.example')
    await openListening(colleague.page, edit)
    await openListening(page, edit)
    await page.waitForSelector('[role=toolbar]')
    const put = async (on: Page, from: string, to: string) => {
      await on.waitForSelector('[role=toolbar]')
      const value = await text(on).inputValue()
      await text(on).focus()
      await text(on).evaluate(
        (field: HTMLTextAreaElement, [at, length]) => {
          field.setSelectionRange(at ?? 0, (at ?? 0) + (length ?? 0))
        },
        [value.indexOf(from), from.length] as number[],
      )
      await on.keyboard.type(to)
      await expect
        .poll(() => said(on).getAttribute('data-saving'), { timeout: 20_000 })
        .toMatch(/saved|compare/)
    }
    await put(page, 'Measured', 'Measured twice')
    await put(colleague.page, 'Saved by itself', 'Saved by two')
    expect(await colleague.page.locator('main').textContent()).toContain('Ingrid')
    expect(await text(colleague.page).inputValue()).toContain('Measured twice')
    expect(await text(colleague.page).inputValue()).toContain('Saved by two')
    await put(page, 'Saved by itself', 'Saved by Ingrid')
    await expect.poll(() => said(page).getAttribute('data-saving')).toBe('compare')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForSelector('input[name="choices[0]"]')
    const both = await page.locator('main').textContent()
    expect(both).toContain('Saved by Ingrid')
    expect(both).toContain('Saved by two')
    expect(colleague.complaints).toEqual([])
    expect(ingrid.complaints.filter((each) => !each.includes('409'))).toEqual([])
  })
})

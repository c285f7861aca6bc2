import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser, openListening, visitAs } from '#tests/support/browser.ts'
import { useBrowserWithRecords } from '#tests/support/opened.ts'

const opened = useBrowserWithRecords()

async function open(who: string, hasScripts = true) {
  const { browser, application, found } = opened
  const visitor = await visitAs(browser, application.url, who, { hasScripts })
  const path = `/consultations/${found.answered}`
  if (hasScripts) await openListening(visitor.page, path)
  else await visitor.page.goto(path)
  return visitor
}

const field = '#composer textarea'
const last = (page: Page) => page.locator('main article').last()
const send = async (page: Page) => {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator(field).press('Control+Enter')
  await answer
}

describe.skipIf(!hasBrowser)('in a thread', () => {
  test('an @ offers who can read the lane, by keyboard, and the name is marked', async () => {
    const { page, context, complaints } = await open('ingrid@halden.example')
    await page.locator(field).focus()
    await page.keyboard.type('Please measure it, @de')
    const option = page.locator('[role=option][aria-selected=true]')
    await expect.poll(() => option.textContent()).toContain('Dev Patel')
    await page.keyboard.press('Enter')
    expect(await page.locator(field).inputValue()).toBe('Please measure it, @Dev Patel ')
    await send(page)
    await expect.poll(() => last(page).locator('.ui-mention').textContent()).toBe('@Dev Patel')
    // In a note nobody of the other side is offered.
    await page.locator('label:has(input[value=internal])').click()
    await page.locator(field).focus()
    await page.keyboard.type('@')
    await page.locator('[role=option]').first().waitFor()
    const offered = await page.locator('[role=option] b').allTextContents()
    expect(offered).toContain('Tomas Novak')
    expect(offered).not.toContain('林晓')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('[role=option]:visible').count()).toBe(0)
    // A macro is called by a slash and put in by keyboard; what it leaves open is not sent.
    await page.locator(field).fill('')
    await page.keyboard.type('/')
    await page.locator('#composer input[role=combobox]').waitFor()
    await page.keyboard.type('on it')
    for (const key of ['ArrowDown', 'Enter', 'Enter']) await page.keyboard.press(key)
    await expect.poll(() => page.locator(field).inputValue()).toContain('Hello 陈伟')
    await page.keyboard.type(' ⟦due⟧')
    await send(page)
    await expect.poll(() => last(page).locator('[role=alert], .ui-notice').textContent()).toContain('⟦due⟧')
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([])
    await context.close()
  })

  test('what cannot be read by somebody is not sent, and the text comes back', async () => {
    const { page, context } = await open('ingrid@halden.example')
    await page.locator('label:has(input[value=internal])').click()
    await page.locator(field).fill('Do not tell @林晓 yet')
    await send(page)
    await expect.poll(() => last(page).locator('[role=alert], .ui-notice').textContent()).toContain('林晓')
    await context.close()
  })

  test('a part of a message is quoted, in its lane, and leads to its source; reactions are given and kept', async () => {
    const { page, context, complaints } = await open('lin@lumen.example')
    const source = page.locator('main article[data-side=supplier]').last()
    const id = await source.getAttribute('id')
    await page.evaluate((which) => {
      const text = document.querySelector(`#${which} .ui-prose p`)?.firstChild
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, 14)
    }, id)
    await source.locator('a[href*="quote="]').click()
    await expect.poll(() => page.locator('#composer .ui-quote').textContent()).toContain('Please measure')
    await page.keyboard.type('Done')
    await send(page)
    await expect.poll(() => last(page).locator('.ui-quote a').getAttribute('href')).toBe(`#${id}`)
    expect(await page.locator('#composer .ui-quote').count()).toBe(0)

    const helpful = source.locator('button[aria-pressed]').first()
    const given = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await helpful.click()
    await expect.poll(() => helpful.getAttribute('aria-pressed')).toBe('true')
    await (await given).finished()
    await page.reload()
    expect(await page.locator(`#${id} button[aria-pressed]`).first().getAttribute('aria-pressed')).toBe(
      'true',
    )
    expect(complaints).toEqual([])
    await context.close()
  })

  test('one sees who else is there and who writes, lane by lane', async () => {
    const ingrid = await open('ingrid@halden.example')
    const lin = await open('lin@lumen.example')
    const present = '#write header .sr-only'
    await expect
      .poll(() => ingrid.page.locator(present).allTextContents())
      .toEqual([expect.stringContaining('林晓')])
    await expect
      .poll(() => lin.page.locator(present).allTextContents())
      .toEqual([expect.stringContaining('Ingrid Solberg')])
    const typing = (page: Page) => page.locator('[data-typing]').allTextContents()
    await lin.page.locator('label:has(input[value=private])').click()
    await lin.page.locator(field).pressSequentially('先问陈伟')
    await lin.page.locator('label:has(input[value=shared])').click()
    expect(await typing(ingrid.page)).toEqual([])
    await lin.page.locator(field).pressSequentially('请问')
    await expect.poll(() => typing(ingrid.page)).toEqual([expect.stringContaining('林晓')])
    await send(lin.page)
    await expect.poll(() => typing(ingrid.page)).toEqual([])
    await lin.context.close()
    await expect.poll(() => ingrid.page.locator(present).count()).toBe(0)
    expect([...ingrid.complaints, ...lin.complaints]).toEqual([])
    await ingrid.context.close()
  })

  test('all of it without scripts: a name typed in full, a quote on a page of its own, a reaction, an edit', async () => {
    const { page, context } = await open('lin@lumen.example', false)
    const source = page.locator('main article[data-side=supplier]').last()
    await source.locator('button[aria-pressed]').nth(1).click()
    expect(await source.locator('button[aria-pressed]').nth(1).getAttribute('aria-pressed')).toBe('true')
    await source.locator('a[href*="quote="]').click()
    const words = page.locator('textarea[name=quotedText]')
    expect(await words.inputValue()).toContain('Please measure')
    await page.locator('textarea[name=body]').fill('@Ingrid Solberg done')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/consultations\/[0-9a-f-]{36}#m-/)
    expect(await last(page).locator('.ui-mention').textContent()).toBe('@Ingrid Solberg')
    await last(page).locator('a[href$="/edit"]').click()
    await page.locator('textarea[name=body]').fill('@Ingrid Solberg done, 42 °C')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/consultations\/[0-9a-f-]{36}#m-/)
    await last(page).locator('header a').click()
    expect(await page.locator('main .ui-prose').allTextContents()).toEqual([
      ...['@Ingrid Solberg done, 42 °C', '@Ingrid Solberg done'],
    ])
    await context.close()
  })
})

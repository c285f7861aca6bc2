import { PDFDocument, StandardFonts } from 'pdf-lib'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, post, sendForm, type Visitor, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'

const opened = useBrowser()
const people: Record<string, Visitor> = {}
const idOf = (page: Page) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? ''

beforeAll(async () => {
  if (!hasBrowser) return
  const cast = {
    ingrid: 'halden',
    dev: 'halden',
    marcus: 'halden',
    lin: 'lumen',
    chen: 'lumen',
    sofia: 'aurora',
  }
  for (const [name, house] of Object.entries(cast)) {
    people[name] = await visitAs(opened.browser, opened.application.url, `${name}@${house}.example`)
  }
}, 300_000)

function pageOf(name: string): Page {
  const visitor = people[name]
  if (!visitor) throw new Error(`${name} has no window`)
  return visitor.page
}

async function drawing(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  page.drawText('Mounting torque 2.5 Nm', {
    x: 60,
    y: 760,
    font: await document.embedFont(StandardFonts.Helvetica),
  })
  return Buffer.from(await document.save())
}

describe.skipIf(!hasBrowser)('the main job, walked in the browser', () => {
  const title = 'Mounting torque of the CMD-110-4'
  let note = ''
  let consultation = ''
  let comparison = ''

  test('whoever has just signed in reads in the own language what changed', async () => {
    const words = { ingrid: /submitted|signed|invited|takes part/, lin: /发布|邀请|访客/ }
    for (const [name, word] of Object.entries(words)) {
      await pageOf(name).goto('/')
      const news = pageOf(name).locator('main')
      await expect.poll(() => news.textContent()).toMatch(word)
      expect(await news.textContent()).not.toMatch(/unknownEvent|event\./)
    }
  })

  test('an engineer writes a note with a file for one customer’s engineers and submits it', async () => {
    const page = pageOf('ingrid')
    await page.goto('/documents/new')
    await page.locator('[name=title]').fill(title)
    await page
      .locator('[name=body]')
      .fill('## Torque\n\n| Screw | Nm |\n|---|---|\n| M5 | 2.5 |\n\n$T = K d F$')
    await page
      .locator('.ui-check:has(input[name=accountIds])', { hasText: 'Lumen Appliances' })
      .locator('label')
      .click()
    await page.locator('input[name=functions][value=engineering]').check()
    const pdf = { name: '安装力矩.pdf', mimeType: 'application/pdf', buffer: await drawing() }
    await page.locator('main input[type=file]:not([hidden])').setInputFiles(pdf)
    await page.locator('input[type=hidden][name=fileIds]').waitFor({ state: 'attached' })
    await sendForm(page)
    note = idOf(page)
    await post(page, `main form[action="/documents/${note}/submit"] button[type=submit]`)
    await page.goto(`/documents/${note}`)
    expect(await page.locator('h1').textContent()).toContain(title)
  })

  test('a draft does not exist for the customer', async () => {
    const response = await pageOf('lin').goto(`/documents/${note}`)
    expect(response?.status()).toBe(404)
  })

  test('a second person sees who will see it, and releases it', async () => {
    const page = pageOf('dev')
    await page.goto(`/documents/${note}/release`)
    expect(await page.locator('main').textContent()).toContain('林晓')
    await sendForm(page)
    expect(page.url()).toContain(`/documents/${note}`)
  })

  test('the customer’s engineer reads it, downloads the file, and asks', async () => {
    const page = pageOf('lin')
    await page.goto('/documents')
    await page.getByRole('link', { name: title }).first().click()
    await page.locator('main table', { hasText: 'M5' }).waitFor()
    const href = await page.locator('main a[href*="/files/"][download]').first().getAttribute('href')
    const answer = await page.request.get(new URL(href ?? '', opened.application.url).href)
    expect(answer.headers()['content-disposition']).toContain("filename*=UTF-8''%E5%AE%89")
    expect((await answer.body()).equals(await answer.body())).toBe(true)
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await page.goto(`/consultations/new?document=${note}`)
    await page.locator('[name=subject]').fill('铝制散热器的力矩')
    await page.locator('[name=body]').fill('铝制散热器上是否也用 2.5 Nm？')
    const asked = page.locator('select[name=function], input[name=function][value=engineering]').first()
    if ((await asked.evaluate((element) => element.tagName)) === 'SELECT')
      await asked.selectOption('engineering')
    else await asked.check()
    await sendForm(page)
    consultation = idOf(page)
    await page.locator('h1', { hasText: '铝制散热器的力矩' }).waitFor()
  })

  test('the right engineer has it by the coverage matrix, and what is written appears on the other side by itself', async () => {
    const engineer = pageOf('ingrid')
    await engineer.goto('/')
    await engineer.getByRole('link', { name: '铝制散热器的力矩' }).first().click()
    await engineer.waitForURL(`**/consultations/${consultation}`)
    await pageOf('lin').goto(`/consultations/${consultation}`)
    await engineer.goto(`/consultations/${consultation}/answer`)
    await engineer.locator('[name=body]').fill('Yes: 2.5 Nm, with a flat washer. See the table of the note.')
    await sendForm(engineer)
    await pageOf('lin').getByText('with a flat washer').first().waitFor({ timeout: 15_000 })
  })

  test('the answer is accepted', async () => {
    const page = pageOf('lin')
    await page.goto(`/consultations/${consultation}/accept`)
    await sendForm(page)
    await pageOf('ingrid').goto(`/consultations/${consultation}`)
    expect(await pageOf('ingrid').locator('main').textContent()).toMatch(/accepted/i)
  })

  test('the account manager compares and shares', async () => {
    const page = pageOf('marcus')
    await page.goto('/comparisons/new')
    await page.locator('select[name=accountId]').selectOption({ label: 'Lumen Appliances' })
    const fields = { title: 'CMD-110-4 against the present drive', ratePercent: '8', horizonYears: '5' }
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value)
    await page.locator('[name="volumes[0].quantity"]').fill('10000')
    await page.locator('[name="options[0].name"]').fill('Present drive')
    await page.locator('[name="options[1].name"]').fill('CMD-110-4')
    await page.locator('[name="lines[0].name"]').fill('Unit price')
    const values = page.locator('input[name^="lines[0].values"]')
    await values.nth(0).fill('100')
    await values.nth(1).fill('90')
    await sendForm(page)
    comparison = idOf(page)
    const hidden = await pageOf('chen').goto(`/comparisons/${comparison}`)
    expect(hidden?.status()).toBe(404)
    await page.goto(`/comparisons/${comparison}/approval`)
    await sendForm(page)
    const second = pageOf('dev')
    await second.goto(`/comparisons/${comparison}/approval`)
    await second.locator('main button[name=act][value=approve]').click()
    await second.waitForURL(`**/comparisons/${comparison}`)
    await page.goto(`/comparisons/${comparison}/share`)
    await sendForm(page)
  })

  test('the buyer puts in the plant’s own number and sees the saving, and both sides sign', async () => {
    const buyer = pageOf('chen')
    await buyer.goto(`/comparisons/${comparison}`)
    const before = await buyer.locator('main').textContent()
    await buyer
      .locator(`main a[href*="/comparisons/${comparison}/assumptions/"], main [data-value] button`)
      .first()
      .click()
    await buyer.locator('main input[name=value], dialog input[name=value]').first().fill('20000')
    await post(buyer, 'form:has(input[name=value]) button[type=submit]')
    expect(await buyer.locator('main').textContent()).not.toBe(before)
    for (const name of ['chen', 'marcus']) {
      const page = pageOf(name)
      await page.goto(`/comparisons/${comparison}/sign`)
      await page.locator('input[name=isMeant]').check()
      await sendForm(page)
    }
    expect(pageOf('marcus').url()).toContain('/agreement')
  })

  test('the other customer finds nothing of it', async () => {
    const page = pageOf('sofia')
    for (const path of [
      `/documents/${note}`,
      `/consultations/${consultation}`,
      `/comparisons/${comparison}`,
    ]) {
      expect((await page.goto(path))?.status()).toBe(404)
    }
    await page.goto(`/search?q=${encodeURIComponent('flat washer')}`)
    expect(await page.locator('main').textContent()).not.toContain('washer.')
  })

  test('nobody’s browser complained', () => {
    for (const [name, { complaints }] of Object.entries(people)) expect(complaints, name).toEqual([])
  })
})

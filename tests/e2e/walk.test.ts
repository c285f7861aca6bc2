import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, post, sendForm, type Visitor, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'
import { hurryMails, mailSaying, mailsTo, replyByMail } from '#tests/support/outbox.ts'
import { askPart, contribute } from '#tests/support/parts-on-page.ts'
import { heardBy, listen } from '#tests/support/stream.ts'

// One question from a note on a telephone to its acceptance by mail, in four parts of the supplier, and who sees none of it.

const port = 4398
const relay = 'mx.portal.example'
const opened = useBrowser({
  INBOUND_SMTP_PORT: String(port),
  INBOUND_DOMAIN: 'portal.example',
  INBOUND_AUTHSERV_ID: relay,
})
const people: Record<string, Visitor> = {}
const pageOf = (name: string): Page => {
  const visitor = people[name]
  if (!visitor) throw new Error(`${name} has no window`)
  return visitor.page
}

beforeAll(async () => {
  if (!hasBrowser) return
  const cast = {
    ingrid: 'halden',
    quinn: 'halden',
    tomas: 'halden',
    dev: 'halden',
    chen: 'lumen',
    pavel: 'kholod',
  }
  for (const [name, house] of Object.entries(cast))
    people[name] = await visitAs(opened.browser, opened.application.url, `${name}@${house}.example`)
  people.lin = await visitAs(opened.browser, opened.application.url, 'lin@lumen.example', { isPhone: true })
}, 300_000)

const subject = '铝散热器接触面发黑'
const secret = '预算上限 917 元'
let consultation = ''
const at = (act = '') => `/consultations/${consultation}${act && `/${act}`}`
const textOf = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const place = () => ({ databaseUrl: opened.database.url, dataDir: opened.application.dataDir })

describe.skipIf(!hasBrowser)('the walk of a question', () => {
  test('lin asks in Chinese from a note, with a photo, on a telephone', async () => {
    await pageOf('pavel').goto('/')
    await listen(pageOf('pavel'), 'consultations,notifications')
    const page = pageOf('lin')
    await page.goto('/documents?q=derating')
    await page.locator('main a[href^="/documents/0"]').first().tap()
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/)
    await page.locator('main a[href*="/consultations/new?"]').first().tap()
    await page.waitForURL(/\/consultations\/new/)
    await page.locator('[name=subject]').fill(subject)
    await page.locator('[name=body]').fill('拆开后接触面发黑，照片见附件。还能继续用吗？需要换货吗？')
    const asked = page.locator('select[name=function]')
    if ((await asked.count()) > 0) await asked.selectOption('engineering')
    else await page.locator('input[name=function][value=engineering]').check()
    const photo = { name: 'IMG_0412.png', mimeType: 'image/png', buffer: await page.screenshot() }
    await page.locator('input[capture=environment]').setInputFiles(photo)
    await page.locator('input[type=hidden][name=fileIds]').waitFor({ state: 'attached' })
    const send = page.locator('main form:not([role=search]) button[type=submit]').last()
    await send.tap()
    await page.waitForURL(/\/consultations\/[0-9a-f-]{36}$/)
    consultation = /[0-9a-f-]{36}$/.exec(page.url())?.[0] ?? ''
    await page.locator('h1', { hasText: subject }).waitFor()
  })

  test('it reaches ingrid by the matrix, with its photo', async () => {
    const told = await mailSaying(place(), 'ingrid@halden.example', consultation)
    expect(told.subject).toContain(subject)
    const page = pageOf('ingrid')
    await page.goto('/')
    await page.getByRole('link', { name: subject }).first().click()
    await page.waitForURL(`**${at()}`)
    await expect.poll(() => textOf(page)).toContain('IMG_0412.png')
    const href = await page.locator('main a[href*="/files/"]').first().getAttribute('href')
    const answer = await page.request.get(new URL(href ?? '', opened.application.url).href)
    expect(answer.headers()['content-type']).toBe('image/png')
  })

  test('a private note of chen and lin', async () => {
    for (const [name, words] of [
      ['chen', secret],
      ['lin', `收到，${secret}`],
    ] as const) {
      const page = pageOf(name)
      await page.goto(at('messages'))
      await page.locator('input[name=lane][value=private]').check()
      await page.locator('[name=body]').fill(words)
      await sendForm(page)
      await expect.poll(() => textOf(page)).toContain(secret)
    }
  })

  test('she splits it to quinn and tomas, who contribute', async () => {
    const page = pageOf('ingrid')
    await page.goto(at('parts'))
    const parts = [
      ['quality', 'Quinn Abbott', 'May a blackened contact be used?'],
      ['logistics', 'Tomas Novak', 'Do we replace them, and when?'],
    ] as const
    for (const [fn, owner, question] of parts) {
      await askPart(page, { fn, owner, question })
      await expect.poll(() => textOf(page)).toContain(question)
    }
    const file = { name: 'oxide.csv', mimeType: 'text/csv', buffer: Buffer.from('spot;mm\nA;0.05\n') }
    const words = 'Yes, up to 0.2 mm of oxide: wipe it with isopropanol.'
    await contribute(pageOf('quinn'), at('parts'), { words, file })
    await contribute(pageOf('tomas'), at('parts'), { words: 'Three spare ones leave on Monday.' })
    await page.goto(at())
    expect(await textOf(page)).toContain('2 of 2 in')
  })

  test('she assembles, dev signs, she releases', async () => {
    const page = pageOf('ingrid')
    await page.goto(at('parts'))
    await post(page, 'main form[action$="/parts/assemble"] button')
    await page.goto(at('parts/draft'))
    for (const fn of ['quality', 'logistics'])
      await page.locator(`input[name=functions][value=${fn}]`).uncheck()
    await page.locator('input[name=functions][value=engineering]').check()
    await page.locator('input[name=fileIds]').check()
    await sendForm(page)
    await pageOf('dev').goto(at('parts/sign'))
    expect(await textOf(pageOf('dev'))).toContain('oxide.csv')
    await pageOf('dev').locator('button[value=sign]').click()
    await pageOf('dev').waitForURL(`**${at('parts')}`)
    expect(await textOf(pageOf('lin'))).not.toContain('isopropanol')
    // Who has it on screen gets no mail.
    await pageOf('lin').goto('about:blank')
    await page.goto(at('parts/release'))
    await sendForm(page)
  })

  test('lin accepts from a mail client', async () => {
    const mail = await mailSaying(place(), 'lin@lumen.example', `${at('accept')}?answer=`)
    for (const words of ['“采纳”', 'isopropanol', 'oxide.csv']) expect(mail.text).toContain(words)
    expect(mail.text).not.toMatch(/Quinn Abbott|Tomas Novak/)
    await replyByMail({ port, relay, from: 'lin@lumen.example', to: mail, words: '采纳' })
    const page = pageOf('ingrid')
    await expect
      .poll(
        async () => {
          await page.goto(at())
          return textOf(page)
        },
        { timeout: 15_000 },
      )
      .toMatch(/accepted the answer/i)
    const confirmation = await mailSaying(place(), 'lin@lumen.example', at('rating'))
    expect(confirmation.text).toContain('通过邮件采纳了')
    await pageOf('lin').goto(at())
    expect(await textOf(pageOf('lin'))).toContain('oxide.csv')
  })

  test('pavel sees none of it: page, list, search, event stream', async () => {
    const page = pageOf('pavel')
    expect(await heardBy(page)).not.toContain(consultation)
    expect((await page.request.get(at())).status()).toBe(404)
    expect((await page.request.get(at('accept'))).status()).toBe(404)
    for (const path of [
      '/consultations',
      `/search?q=${encodeURIComponent(subject)}`,
      '/search?q=isopropanol',
    ]) {
      await page.goto(path)
      expect(await page.locator('main').innerHTML(), path).not.toContain(consultation)
    }
    await hurryMails(opened.database.url)
    const mails = await mailsTo(opened.application.dataDir, 'pavel@kholod.example')
    expect(mails.filter(({ text }) => text.includes(consultation))).toEqual([])
  })

  test('the private note is not found by ingrid: page, search, mail, export', async () => {
    const page = pageOf('ingrid')
    await page.goto(at())
    expect(await page.content()).not.toContain('917 元')
    await page.goto(`/search?q=${encodeURIComponent(secret)}`)
    expect(await page.locator('main').innerHTML()).not.toContain(consultation)
    await page.goto('about:blank')
    await pageOf('chen').goto(at('messages'))
    await pageOf('chen').locator('[name=body]').fill('谢谢，已换好。')
    await sendForm(pageOf('chen'))
    await mailSaying(place(), 'ingrid@halden.example', '已换好')
    const mails = await mailsTo(opened.application.dataDir, 'ingrid@halden.example')
    expect(mails.filter(({ text }) => text.includes('917 元'))).toEqual([])
    for (const path of ['/consultations/reports/export?format=csv', `${at()}.data`])
      expect(await (await page.request.get(path)).text(), path).not.toContain('917 元')
  })

  test('nobody’s browser complained', () => {
    for (const [name, { complaints }] of Object.entries(people)) expect(complaints, name).toEqual([])
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openListening, sendForm, type Visitor, visitAs } from '#tests/support/browser.ts'
import { useBrowser } from '#tests/support/opened.ts'

const opened = useBrowser()
let chen: Visitor
let marcus: Visitor
beforeAll(async () => {
  if (!hasBrowser) return
  const { browser, application } = opened
  chen = await visitAs(browser, application.url, 'chen@lumen.example')
  // Every form works before scripts run, and without them.
  marcus = await visitAs(browser, application.url, 'marcus@halden.example', { hasScripts: false })
}, 300_000)

async function pathOf({ page }: Visitor, title: RegExp): Promise<string> {
  await page.goto('/comparisons')
  return (await page.getByRole('link', { name: title }).first().getAttribute('href')) ?? ''
}

describe.skipIf(!hasBrowser)('what was agreed is measured', () => {
  test('the supplier changes the plan without scripts, and nothing of it is lost', async () => {
    const { page } = marcus
    const path = await pathOf(marcus, /IE4 motor/)
    await page.goto(`${path}/verification/plan`)
    await page.locator('[name="quantities[0].price"]').fill('-1')
    await page.locator('[name=periods]').fill('9')
    await page.locator('main form button[type=submit]').last().click()
    expect(await page.locator('[name=periods]').inputValue()).toBe('9')
    expect(await page.locator('[name="quantities[1].name"]').inputValue()).toContain('Stoppages')
    await page.locator('[name="quantities[0].price"]').fill('0.683')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/verification$/)
    await page.goto(`${path}/verification/sign?matter=plan`)
    await page.locator('#isMeant').check()
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL(/\/verification$/)
  })

  test('the buyer signs it by keyboard, and the baseline is frozen', async () => {
    const { page, complaints } = chen
    const path = await pathOf(chen, /IE4 motor/)
    await openListening(page, `${path}/verification/sign?matter=plan`)
    await page.locator('#isMeant').focus()
    await page.keyboard.press('Space')
    await sendForm(page)
    await page.waitForURL(/\/verification$/)
    await expect.poll(() => page.locator('main').textContent()).toContain('基准值已冻结')
    expect(complaints).toEqual([])
  })

  test('the picture has its table, evidence is downloaded, and the ledger has its lines', async () => {
    const { page, complaints } = chen
    const path = await pathOf(chen, /cooling-water pumps/)
    await openListening(page, `${path}/verification`)
    await page.locator('figure summary').press('Enter')
    expect(await page.locator('figure table tbody tr').count()).toBe(6)
    await page.goto(`${path}/verification/months/3`)
    const evidence = page.locator('a[href*="/verification/files/"]').first()
    const answer = await page.context().request.get((await evidence.getAttribute('href')) ?? '')
    expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining('units made,8300')])
    await page.goto('/savings?by=category')
    expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(3)
    expect(complaints).toEqual([])
  })
})

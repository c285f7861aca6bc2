import pg from 'pg'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser, openListening } from '#tests/support/browser.ts'
import { useBrowserWithRecords } from '#tests/support/opened.ts'

const opened = useBrowserWithRecords()

/** Goes on by Tab until the focus is on what is looked for; somebody without a mouse has no other way. */
async function tabTo(page: Page, selector: string, most = 150): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    )
    if (isThere) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector} on ${page.url()}`)
}

async function fill(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

async function activate(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

/** A window in which no mouse is ever used. */
async function signIn(email: string): Promise<Page> {
  const context = await opened.browser.newContext({ baseURL: opened.application.url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await fill(page, 'input[name=email]', email)
  await fill(page, 'input[name=password]', 'counterpart-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
  return page
}

async function statusOf(table: string, id: string): Promise<string> {
  const client = new pg.Client({ connectionString: opened.database.url })
  await client.connect()
  try {
    const { rows } = await client.query(`select status from ${table} where id = $1`, [id])
    return rows[0]?.status ?? ''
  } finally {
    await client.end()
  }
}

const submit = 'main form:not([role=search]) button[type=submit]'
const leaves = (page: Page, path: string) => page.waitForURL((address) => address.pathname !== path)

describe.skipIf(!hasBrowser)('by keyboard alone', () => {
  test('a customer’s engineer signs in and asks', async () => {
    const page = await signIn('lin@lumen.example')
    await openListening(page, '/consultations/new')
    await tabTo(page, '[name=function]')
    const isList = await page.evaluate(() => document.activeElement instanceof HTMLSelectElement)
    await page.keyboard.press(isList ? 'ArrowDown' : 'Space')
    await fill(page, '[name=subject]', 'Torque on aluminium')
    await fill(page, '[name=body]', 'Does 2.5 Nm hold on aluminium heat sinks as well?')
    await activate(page, submit)
    await leaves(page, '/consultations/new')
    await page.locator('h1', { hasText: 'Torque on aluminium' }).waitFor()
    await page.context().close()
  })

  test('an engineer of the supplier answers', async () => {
    const page = await signIn('ingrid@halden.example')
    await openListening(page, `/consultations/${opened.found.assigned}`)
    await fill(page, 'textarea[name=body]', 'Yes: 2.5 Nm, with a flat washer.')
    await activate(page, 'button[formaction$="/answer"]')
    await page.getByText('with a flat washer').first().waitFor()
    await expect.poll(() => statusOf('consultation', opened.found.assigned)).toBe('answered')
    await page.context().close()
  })

  test('a colleague releases a document', async () => {
    const page = await signIn('quinn@halden.example')
    await openListening(page, `/documents/${opened.found.submitted}`)
    await activate(page, 'a[href*="/release"]')
    await page.waitForURL('**/release*')
    await activate(page, submit)
    await leaves(page, `/documents/${opened.found.submitted}/release`)
    expect(await statusOf('document', opened.found.submitted)).toBe('released')
    await page.context().close()
  })
})

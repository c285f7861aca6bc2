import type { Page } from 'playwright-core'
import { post } from './browser.ts'

interface Asked {
  fn: string
  /** By name. */
  owner: string
  question: string
}

/** Splits a part off, on the page of the parts. */
export async function askPart(page: Page, { fn, owner, question }: Asked): Promise<void> {
  await page.locator('[name=question]').fill(question)
  await page.locator('select[name=function]').selectOption(fn)
  await page.locator('select[name=ownerId]').selectOption({ label: owner })
  const inFiveDays = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  await page.locator('[name=dueOn]').fill(inFiveDays)
  await post(page, 'main form:has([name=question]) button[type=submit]')
}

interface Contribution {
  words: string
  file?: { name: string; mimeType: string; buffer: Buffer }
}

/** Finds the part among those that wait for the person, and hands it in. */
export async function contribute(page: Page, parts: string, { words, file }: Contribution): Promise<void> {
  await page.goto('/consultations/parts')
  await page.locator(`main a[href*="${parts}/"]`).first().click()
  await page.waitForURL(/\/parts\/[0-9a-f-]{36}$/)
  await page.locator('[name=contribution]').fill(words)
  if (file) {
    await page.locator('main input[type=file]:not([hidden]):not([capture])').setInputFiles(file)
    await page.locator('input[type=hidden][name=fileIds]').waitFor({ state: 'attached' })
  }
  await page.locator('button[value=handIn]').click()
  await page.waitForURL(`**${parts}`)
}

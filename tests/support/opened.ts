import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Application, stopApplication } from './application.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import type { TestDatabase } from './database.ts'
import { startOnDemo } from './demo.ts'
import { type Found, findRecords } from './pages/records.ts'

interface Opened {
  application: Application
  browser: Browser
  database: TestDatabase
}

async function open(opened: Partial<Opened>, variables: Record<string, string> = {}): Promise<void> {
  Object.assign(opened, await startOnDemo(variables))
  opened.browser = await launchBrowser()
}

async function close({ browser, application, database }: Partial<Opened>): Promise<void> {
  await browser?.close()
  if (application) await stopApplication(application)
  await database?.drop()
}

/** Called once at the top of a test file: an application with the demo, and a browser, from the first `beforeAll` on. */
export function useBrowser(variables: Record<string, string> = {}): Opened {
  const opened: Partial<Opened> = {}
  beforeAll(async () => {
    if (hasBrowser) await open(opened, variables)
  }, 300_000)
  afterAll(() => close(opened))
  return opened as Opened
}

/** The same with the records that pages need. */
export function useBrowserWithRecords(): Opened & { found: Found } {
  const opened: Partial<Opened & { found: Found }> = {}
  beforeAll(async () => {
    if (!hasBrowser) return
    await open(opened)
    if (opened.database) opened.found = await findRecords(opened.database.url)
  }, 300_000)
  afterAll(() => close(opened))
  return opened as Opened & { found: Found }
}

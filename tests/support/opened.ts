import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Application, startApplication, stopApplication } from './application.ts'
import { hasBrowser, launchBrowser } from './browser.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { type Found, findRecords } from './pages/records.ts'

interface Opened {
  application: Application
  browser: Browser
}

async function close({ browser, application }: Partial<Opened>): Promise<void> {
  await browser?.close()
  if (application) await stopApplication(application)
}

/** Called once at the top of a test file: an application with the demo, and a browser, from the first `beforeAll` on. */
export function useBrowser(): Opened {
  const opened: Partial<Opened> = {}
  beforeAll(async () => {
    if (!hasBrowser) return
    opened.application = await startApplication()
    opened.browser = await launchBrowser()
  }, 300_000)
  afterAll(() => close(opened))
  return opened as Opened
}

interface OpenedWithRecords extends Opened {
  database: TestDatabase
  found: Found
}

/** The same over a database of the file's own, with the records that pages need. */
export function useBrowserWithRecords(): OpenedWithRecords {
  const opened: Partial<OpenedWithRecords> = {}
  beforeAll(async () => {
    if (!hasBrowser) return
    opened.database = await createTestDatabase()
    opened.application = await startApplication({ DATABASE_URL: opened.database.url })
    opened.found = await findRecords(opened.database.url)
    opened.browser = await launchBrowser()
  }, 300_000)
  afterAll(async () => {
    await close(opened)
    await opened.database?.drop()
  })
  return opened as OpenedWithRecords
}

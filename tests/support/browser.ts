import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const isRequired = Boolean(process.env.BROWSER_REQUIRED)

/** Whether there is a browser to drive. Where it is required, its absence is a failure and not a skip. */
export const hasBrowser = isRequired || existsSync(executablePath)

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet })
}

export interface Visitor {
  page: Page
  context: BrowserContext
  /** What the browser complained about. A journey ends with none. */
  complaints: string[]
}

interface Looks {
  theme?: 'light' | 'dark'
  width?: number
  hasScripts?: boolean
  /** A phone in one hand: touch, and the page is laid out as on one. */
  isPhone?: boolean
}

/** Opens a browser window of somebody's own, signed in as that person, on no page yet. */
export async function visitAs(
  browser: Browser,
  url: string,
  email: string,
  looks: Looks = {},
): Promise<Visitor> {
  const { theme = 'light', isPhone = false, width = isPhone ? 390 : 1280, hasScripts = true } = looks
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: theme,
    viewport: { width, height: isPhone ? 844 : 900 },
    ...(isPhone && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
    javaScriptEnabled: hasScripts,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A page that answers 404 on purpose is announced on the console as well.
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      complaints.push(message.text())
  })
  if (hasScripts) await signInBeside(context, url, email)
  else await signInByPage(page, email)
  return { page, context, complaints }
}

async function signInByPage(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill('counterpart-demo')
  await page.locator('main button[type=submit], form button[type=submit]').first().click()
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'))
}

/** As the page's form does, without drawing the page: its journeys are those of the keyboard and without scripts. */
async function signInBeside(context: BrowserContext, url: string, email: string): Promise<void> {
  const answer = await context.request.post('/sign-in', {
    form: { email, password: 'counterpart-demo', to: '/' },
    headers: { Origin: url },
    maxRedirects: 0,
  })
  if (answer.status() !== 302) throw new Error(`${email} cannot sign in: ${answer.status()}`)
}

/**
 * Opens a page and waits until its scripts listen: only then do keys mean anything. They ask for the live stream at that
 * moment; the blank page in between ends what the page before may still ask for.
 */
export async function openListening(page: Page, path: string): Promise<void> {
  await page.goto('about:blank')
  const listening = page.waitForRequest((request) => new URL(request.url()).pathname === '/live')
  await page.goto(path)
  await listening
}

/** Presses a button that posts, and waits for the answer and for what the page loads afterwards. */
export async function post(page: Page, button: string): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator(button).first().click()
  await answer
  await page.waitForLoadState('networkidle')
}

/** Sends the page's own form (the last button of the main column) and waits until it leads on. */
export async function sendForm(page: Page): Promise<void> {
  const before = new URL(page.url()).pathname
  await page.locator('main form:not([role=search]) button[type=submit]').last().click()
  await page.waitForURL((address) => address.pathname !== before)
}

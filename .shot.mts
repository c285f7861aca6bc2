import pg from 'pg'
import { launchBrowser, visitAs } from '#tests/support/browser.ts'
import { readFileSync, existsSync, readdirSync } from 'node:fs'
const url = 'http://localhost:4470'
const browser = await launchBrowser()
const out = '/tmp/shots'; 
const see = async (who: string, looks: any, list: [string, string][]) => {
  const { page, complaints } = await visitAs(browser, url, who, looks)
  for (const [name, path] of list) {
    let p = path
    if (path.startsWith('first:')) {
      await page.goto('/consultations?status=open')
      p = (await page.locator('a[href^="/consultations/0"]').first().getAttribute('href'))! + path.slice(6)
    }
    const r = await page.goto(p); await page.waitForTimeout(500)
    await page.screenshot({ path: `${out}/${name}.png`, fullPage: true })
    console.log(name, r?.status(), p)
  }
  console.log(complaints)
}
await see('ingrid@halden.example', {}, [['list', '/consultations'], ['thread', 'first:'], ['ledger', 'first:/clocks'], ['pause', 'first:/pause'], ['urgency', 'first:/urgency']])
await see('admin@halden.example', {}, [['calendars', '/consultations/calendars'], ['levels', '/consultations/service-levels']])
await see('lin@lumen.example', { theme: 'dark', width: 390 }, [['d-list', '/consultations'], ['d-thread', 'first:'], ['d-ledger', 'first:/clocks']])
await see('pavel@kholod.example', { width: 1280 }, [['ru-list', '/consultations'], ['ru-ledger', 'first:/clocks'], ['ru-new', '/consultations/new']])
await browser.close()

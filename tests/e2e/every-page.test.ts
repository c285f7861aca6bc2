import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { languages } from '#app/i18n/languages.ts'
import { hasBrowser, visitAs } from '#tests/support/browser.ts'
import { useBrowserWithRecords } from '#tests/support/opened.ts'
import type { Look } from '#tests/support/pages/look.ts'
import { pages } from '#tests/support/pages/table.ts'
import { textOf } from '#tests/support/sources.ts'
import { everyRoute } from '#tests/support/visit.ts'

const opened = useBrowserWithRecords()
/** A page, and the way past Playwright, which takes three times as long to hand over half a megabyte of source. */
interface Tab {
  page: Page
  inspector: CDPSession
}
const tabs = new Map<string | null, Tab>()
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

test('the table names every page of the route map, and nothing else', () => {
  // A route that only takes what is posted sends on to its page.
  const isPage = (file: string) =>
    /export default function (?!Nothing\b)/.test(textOf.get(`app/${file}`) ?? '')
  const shown = everyRoute().filter(({ file }) => file.endsWith('.tsx') && isPage(file))
  expect(Object.keys(pages).sort()).toEqual([...shown.map(({ pattern }) => pattern), '/*'].sort())
})

/** One tab for each person. */
async function tabOf(who: string | null): Promise<Tab> {
  const tab = tabs.get(who) ?? (await openTab(who))
  tabs.set(who, tab)
  return tab
}

async function openTab(who: string | null): Promise<Tab> {
  const page =
    who !== null
      ? (await visitAs(opened.browser, opened.application.url, who)).page
      : await (await opened.browser.newContext({ baseURL: opened.application.url })).newPage()
  return { page, inspector: await page.context().newCDPSession(page) }
}

declare const axe: typeof import('axe-core')

/** What is wrong, in few words: the rule and the elements. Runs in the page, where axe has been put. */
async function violationsOf(rules: string[] | 'all' | 'all but colours'): Promise<string[]> {
  // What is on its way from one colour to another is looked at when it is there.
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    ...(Array.isArray(rules) && { runOnly: rules }),
    ...(rules === 'all but colours' && { rules: { 'color-contrast': { enabled: false } } }),
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

/** A list repeats one row: a few of them show what is wrong with it. */
const leaveFewRows = () => {
  for (const row of [...document.querySelectorAll('[data-row]')].slice(4)) row.remove()
}

/** What the tab says where a page has failed. */
const failed = languages.map((language) => {
  const messages = JSON.parse(readFileSync(`app/i18n/${language}/common.json`, 'utf8'))
  return messages.error.title as string
})

async function lookAt(
  { page, inspector }: Tab,
  { path, status = 200 }: Look,
  rules: 'all' | 'all but colours',
): Promise<string[]> {
  const answer = await page.goto(path(opened.found))
  const wrong = answer?.status() === status ? [] : [`answered ${answer?.status()}`]
  if (status === 200 && failed.includes(await page.title())) wrong.push('says that it failed')
  await page.evaluate(leaveFewRows)
  await inspector.send('Runtime.evaluate', { expression: source })
  return [...wrong, ...(await page.evaluate(violationsOf, rules))]
}

/** Of the two themes only colours differ. */
async function lookAtDark({ page }: Tab): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const wrong = await page.evaluate(violationsOf, ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  return wrong.map((each) => `dark ${each}`)
}

describe.skipIf(!hasBrowser)('every page, on both sides, and in both themes', () => {
  test.each(Object.entries(pages))('%s', async (_, looks) => {
    const wrong: string[] = []
    for (const [i, look] of looks.entries()) {
      const tab = await tabOf(look.who)
      // Both sides see the same parts: their colours are looked at once.
      const problems = await lookAt(tab, look, i === 0 ? 'all' : 'all but colours')
      if (i === 0) problems.push(...(await lookAtDark(tab)))
      wrong.push(...problems.map((each) => `${look.who ?? 'nobody'}: ${each}`))
    }
    expect(wrong).toEqual([])
  })
})

import { source } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { hasBrowser, visitAs } from '#tests/support/browser.ts'
import { useBrowserWithRecords } from '#tests/support/opened.ts'
import { pages } from '#tests/support/pages/table.ts'
import { textOf } from '#tests/support/sources.ts'
import { everyRoute } from '#tests/support/visit.ts'

const opened = useBrowserWithRecords()
const tabs = new Map<string | null, Page>()

test('the table names every page of the route map, and nothing else', () => {
  // A route that only takes what is posted sends on to its page.
  const isPage = (file: string) =>
    /export default function (?!Nothing\b)/.test(textOf.get(`app/${file}`) ?? '')
  const shown = everyRoute().filter(({ file }) => file.endsWith('.tsx') && isPage(file))
  expect(Object.keys(pages).sort()).toEqual([...shown.map(({ pattern }) => pattern), '/*'].sort())
})

/** One tab for each person. */
async function pageFor(who: string | null): Promise<Page> {
  const page = tabs.get(who) ?? (await openTab(who))
  tabs.set(who, page)
  return page
}

async function openTab(who: string | null): Promise<Page> {
  if (who !== null) return (await visitAs(opened.browser, opened.application.url, who)).page
  return (await opened.browser.newContext({ baseURL: opened.application.url })).newPage()
}

declare const axe: typeof import('axe-core')

/** What is wrong, in few words: the rule and the elements. Runs in the page, where axe has been put. */
async function violationsOf(rules: string[] | null): Promise<string[]> {
  // What is on its way from one colour to another is looked at when it is there.
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: rules }),
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

/** A list repeats one row: a few of them show what is wrong with it. */
const leaveFewRows = () => {
  for (const row of [...document.querySelectorAll('[data-row]')].slice(8)) row.remove()
}

async function lookAt(page: Page, path: string, status: number): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' })
  const answer = await page.goto(path)
  const wrong = answer?.status() === status ? [] : [`answered ${answer?.status()}`]
  await page.evaluate(leaveFewRows)
  await page.evaluate(source)
  wrong.push(...(await page.evaluate(violationsOf, null)))
  // Of the two themes only colours differ.
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await page.evaluate(violationsOf, ['color-contrast'])
  wrong.push(...dark.map((each) => `dark ${each}`))
  return wrong
}

describe.skipIf(!hasBrowser)('every page, on both sides and in both themes', () => {
  test.each(Object.entries(pages))('%s', async (_, looks) => {
    const wrong: string[] = []
    for (const { who, path, status = 200 } of looks) {
      const page = await pageFor(who)
      const problems = await lookAt(page, path(opened.found), status)
      wrong.push(...problems.map((each) => `${who ?? 'nobody'}: ${each}`))
    }
    expect(wrong).toEqual([])
  })
})

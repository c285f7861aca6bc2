import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, visit } from '#tests/support/visit.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const routes = new Map(everyRoute().map((route) => [route.pattern, route]))
async function ask(pattern: string, text: string) {
  const route = routes.get(pattern)
  if (!route) throw new Error(pattern)
  const { status, value } = await visit(route, await cookieOf(world, 'lin'), {
    query: `?q=${encodeURIComponent(text)}`,
  })
  expect(status).toBe(200)
  return value
}

test('a question is answered on its page, and one that cannot be read says why', async () => {
  expect(await ask('/documents/parameters', 'P_N > 1 kW')).toMatchObject({
    answer: { problem: null, results: [] },
  })
  const value = await ask('/documents/parameters', 'P_N > 1 kw')
  expect(value).toMatchObject({ answer: { problem: expect.stringContaining('unknownSuggested') } })
  for (const text of ['', 'efficiency', '\u0000', '>'.repeat(300)])
    expect(await ask('/documents/parameters', text)).toHaveProperty('answer')
})

test('the search asks the tables when a quantity is asked for, and only then', async () => {
  expect(await ask('/search', 'efficiency > 94 %')).toMatchObject({ parameters: { problem: null } })
  expect(await ask('/search', 'efficiency')).toMatchObject({ parameters: null })
})

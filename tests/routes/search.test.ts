import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { cookieOf, everyRoute, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()

let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

const routes = new Map(everyRoute().map((route) => [route.pattern, route]))

async function ask(person: PersonName, pattern: string, query: string) {
  const route = routes.get(pattern)
  if (!route) throw new Error(pattern)
  return visit(route, await cookieOf(world, person), { query })
}

test('the palette gets groups with links that it can follow, and a last entry for everything', async () => {
  const { status, value } = await ask('lin', '/search/suggest', '?q=for')
  expect(status).toBe(200)
  const { groups } = (await (value as Response).json()) as {
    groups: { id: string; items: { href: string }[] }[]
  }
  expect(groups.map(({ id }) => id)).toEqual(['document', 'more'])
  expect(groups[0]?.items.map(({ href }) => href).sort()).toEqual(
    [records.documents.everyAccount, records.documents.lumenEngineers].map((id) => `/documents/${id}`).sort(),
  )
  expect(groups[1]?.items[0]?.href).toBe('/search?q=for')
})

test('nothing typed suggests nothing, whatever stands in the address', async () => {
  for (const query of ['', '?q=', '?q=%20', '?q=%00%27', '?q=%E2%80%94']) {
    const { status, value } = await ask('lin', '/search/suggest', query)
    expect(status).toBe(200)
    const { groups } = (await (value as Response).json()) as { groups: { id: string }[] }
    expect(groups.filter(({ id }) => id !== 'more')).toEqual([])
  }
})

test('a kind that there is not searches everything', async () => {
  const { status, value } = await ask('ingrid', '/search', '?q=derating&kind=nothing')
  expect(status).toBe(200)
  expect(value).toMatchObject({
    kind: null,
    text: 'derating',
    answer: { groups: [{ kind: 'consultation' }] },
  })
})

import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { released } from '../domain/documents/notes.ts'
import { forLumen } from '../domain/documents/reviews/support.ts'

useTestDatabase()
let world: World
let cookie: string
beforeAll(async () => {
  world = await createWorld()
  cookie = await cookieOf(world, 'dev')
})

async function at(pattern: string, given: Visit) {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, cookie, given)
}

test('a withdrawal names its replacement by number; each page of the version says that it is withdrawn', async () => {
  const { ingrid, dev } = world.people
  const [id, other] = [
    await released(ingrid, dev, forLumen(world)),
    await released(ingrid, dev, forLumen(world)),
  ]
  const params = { id }
  const found = await at('/documents/:id/withdraw', { params, query: '?version=1&find=tn-' })
  const { replacements } = found.value as { replacements: { id: string; number: string }[] }
  const number = replacements.find((each) => each.id === other)?.number ?? ''
  const post = (replacement: string) =>
    at('/documents/:id/withdraw', {
      method: 'POST',
      params,
      body: { version: '1', reason: 'A wrong figure.', replacement },
    })
  expect(await post('TN-9876')).toMatchObject({
    status: 422,
    value: { lastResult: { error: { replacement: [expect.stringContaining('replacementUnknown')] } } },
  })
  expect(await post(number)).toMatchObject({ status: 302 })
  for (const part of ['evidence', 'dependants', 'review', 'differences', 'parameters', 'acknowledgement']) {
    const page = await at(`/documents/:id/${part}`, { params })
    const named = part === 'differences' ? 'to' : 'version'
    expect(page.value, part).toMatchObject({ [named]: { status: 'withdrawn' } })
  }
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Expected, Row } from '#tests/support/access/row.ts'
import { accessTable } from '#tests/support/access-table.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { type Answer, cookieOf, everyRoute, moduleOf, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const routes = everyRoute()

test('the table names every route and method, and nothing else', async () => {
  const present: string[] = []
  for (const route of routes) {
    const module = await moduleOf(route)
    if (module.loader) present.push(`GET ${route.pattern}`)
    if (module.action) present.push(`POST ${route.pattern}`)
  }
  expect(Object.keys(accessTable).sort()).toEqual([...new Set(present)].sort())
  // Every page is loaded for it, which takes its time on a machine that is busy.
}, 120_000)

type Who = 'anonymous' | 'otherAccount' | 'wrongFunction' | 'right'
const cases = Object.entries(accessTable).flatMap(([name, row]) =>
  (['anonymous', 'otherAccount', 'wrongFunction', 'right'] as const).map((who) => ({ name, who, row })),
)

/** Who stands for each column: the row says so, else the usual people. */
function personOf(row: Row, who: Who): PersonName | null {
  const usual: Record<Who, PersonName | null> = {
    anonymous: null,
    otherAccount: 'rui',
    wrongFunction: 'wu',
    right: 'ingrid',
  }
  return who === 'anonymous' ? null : (row.people?.[who] ?? usual[who])
}

const expectedOf = (row: Row, who: Who): Expected => row[who]

/** What the cases of a row visit. */
let prepared: { row: Row; visited: Visit; isChanged: boolean } | null = null
let records: Records | null = null

/** Who is refused changes nothing, and who reads nothing that matters; a visit that takes its time may have. */
async function visitedBy(row: Row): Promise<Visit> {
  if (prepared?.row !== row) {
    if (prepared?.isChanged) records = null
    records ??= await createRecords(world)
    const visit = row.visit?.(world, records)
    prepared = { row, visited: (await visit) ?? {}, isChanged: visit instanceof Promise }
  }
  return prepared.visited
}

const isSentToSignIn = ({ location }: Answer) => location?.startsWith('/sign-in') ?? false

describe('who gets what', () => {
  test.each(cases)('$name as $who', async ({ name, who, row }) => {
    const [method, pattern] = name.split(' ') as ['GET' | 'POST', string]
    const route = routes.find((each) => each.pattern === pattern)
    if (!route) throw new Error(`no route ${pattern}`)
    const cookie = await cookieOf(world, personOf(row, who))
    const answer = await visit(route, cookie, { method, ...(await visitedBy(row)) })
    const expected = expectedOf(row, who)
    // Records of its own for the next case, so that none depends on what another one did.
    if (method === 'POST' && answer.status < 400 && !isSentToSignIn(answer)) {
      records = null
      prepared = null
    }
    expect(answer.status).toBe(expected)
    // A page that is not public sends on to the sign-in page, and back afterwards.
    if (who === 'anonymous' && expected === 302 && row.right !== 302) {
      expect(answer.location).toMatch(/^\/sign-in/)
    }
  })
})

import { afterAll, expect, test } from 'vitest'
import { publicLoader } from '#app/http/edge.server.ts'
import {
  connectDatabase,
  disconnectDatabase,
  isUnreachable,
  prisma,
  transact,
  unscopedPrisma,
} from '#app/platform/database/database.server.ts'
import { createTestDatabase } from '#tests/support/database.ts'
import { startRelay } from '#tests/support/relay.ts'

const relay = await startRelay()
const database = await createTestDatabase()
afterAll(async () => {
  await disconnectDatabase()
  await relay.close()
  await database.drop()
})

const caught = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error)

test('a database that went away is told from a fault, and is there again afterwards', async () => {
  await connectDatabase(relay.addressOf(database.url))
  expect(await prisma.organization.count()).toBe(0)
  relay.cut()
  for (const work of [
    () => prisma.organization.count(),
    () => unscopedPrisma().$queryRaw`SELECT 1`,
    () => transact((tx) => tx.organization.count()),
  ]) {
    // The first statement notices that its connection is gone, the next one that there is no other.
    for (let i = 0; i < 2; i += 1) expect(isUnreachable(await caught(work()))).toBe(true)
  }
  const args = {
    request: new Request('http://localhost/'),
    params: {},
    context: { appendHeader: () => undefined },
  }
  const loader = publicLoader(() => prisma.organization.count())
  const answer = (await caught(loader(args as never))) as Response
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '15'])
  expect(await answer.json()).toEqual({ message: 'common:error.unavailable' })
  relay.mend()
  expect(await prisma.organization.count()).toBe(0)
})

test('what the database refuses is a fault', async () => {
  const wrong = await caught(unscopedPrisma().$queryRaw`SELECT * FROM no_such_table`)
  expect(isUnreachable(wrong)).toBe(false)
  expect(isUnreachable(new Error('ECONNREFUSED'))).toBe(false)
})

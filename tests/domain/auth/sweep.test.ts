import { expect, test } from 'vitest'
import { sweepSignIns } from '#app/domain/auth/commands/sessions.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld } from '#tests/support/world.ts'

useTestDatabase()

test('what is over is swept, what is open stays', async () => {
  const database = unscopedPrisma()
  const { userId } = (await createWorld()).people.lin
  const [over, open] = [new Date(Date.now() - 1000), new Date(Date.now() + 60_000)]
  for (const [id, expiresAt] of [
    ['over', over],
    ['open', open],
  ] as const) {
    await database.session.create({ data: { id, userId, expiresAt } })
    await database.passwordReset.create({ data: { tokenHash: id, userId, expiresAt } })
    await database.rateLimit.create({ data: { key: id, points: 1, expire: BigInt(expiresAt.getTime()) } })
  }
  await sweepSignIns()
  expect((await database.session.findMany()).map((row) => row.id)).toEqual(['open'])
  expect((await database.passwordReset.findMany()).map((row) => row.tokenHash)).toEqual(['open'])
  expect((await database.rateLimit.findMany()).map((row) => row.key)).toEqual(['open'])
})

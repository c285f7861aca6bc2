import { expect, test } from 'vitest'
import { signIn } from '#app/domain/auth/commands/sign-in.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld } from '#tests/support/world.ts'

useTestDatabase()

test('twice as many people as the pool has connections sign in at the same moment', async () => {
  const { people } = await createWorld()
  const password = 'granite kettle orbit'
  const passwordHash = await hashPassword(password)
  const users = await unscopedPrisma().user.findMany({ select: { id: true, email: true }, take: 12 })
  expect(Object.keys(people).length).toBeGreaterThanOrEqual(12)
  await unscopedPrisma().credential.createMany({
    data: users.map(({ id }) => ({ userId: id, passwordHash })),
  })
  // A pool that waits for itself gives up after ten seconds and refuses the sign-ins that wait.
  const cookies = await Promise.all(
    users.map(({ email }, index) =>
      requestOrigin.run({ requestId: 'test', ipAddress: `10.0.1.${index}`, userAgent: 'test' }, () =>
        signIn({ email, password }),
      ),
    ),
  )
  expect(new Set(cookies).size).toBe(12)
  expect(await unscopedPrisma().session.count()).toBe(12)
})

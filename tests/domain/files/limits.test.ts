import { beforeAll, expect, test } from 'vitest'
import { uploadLimit, uploadsAnHour } from '#app/domain/files/limits.server.ts'
import { announceUploads } from '#app/domain/files/uploads.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { TooMany } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const plan = { name: 'plan.txt', type: 'text/plain', size: 4 }
const announce = (person: PersonName, count: number) => {
  const actor = world.people[person]
  return runAsActor(actor.membershipId, () =>
    announceUploads(
      actor,
      Array.from({ length: count }, () => plan),
    ),
  )
}
const rows = (person: PersonName) =>
  unscopedPrisma().file.count({ where: { uploadedById: world.people[person].membershipId } })

test('each file of a member counts, and when the hour is used up no further row is opened', async () => {
  for (let taken = 0; taken < uploadsAnHour - 2; taken += 1)
    await uploadLimit.take(world.people.lin.membershipId)
  expect(await announce('lin', 2)).toHaveLength(2)
  await expect(announce('lin', 1)).rejects.toThrow(TooMany)
  expect(await rows('lin')).toBe(2)
  expect(await announce('rui', 3)).toHaveLength(3)
})

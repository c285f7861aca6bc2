import { beforeAll, describe, expect, test } from 'vitest'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

describe('writing across the wall', () => {
  const write = (name: PersonName, work: () => Promise<unknown>) =>
    runAsActor(world.people[name].membershipId, work)
  const message = (
    author: PersonName,
    consultationId: string,
    accountId: string,
    lane: 'shared' | 'internal' | 'private',
  ) => ({
    data: {
      consultationId,
      accountId,
      authorId: world.people[author].membershipId,
      lane,
      body: 'x',
      language: 'en',
    },
  })

  test('nobody writes into another account', async () => {
    const { aurora: consultationId } = records.consultations
    await expect(
      write('lin', () =>
        prisma.message.create(message('lin', consultationId, world.accounts.aurora, 'shared')),
      ),
    ).rejects.toThrow()
    // Nor by naming the own account on the other one's thread.
    await expect(
      write('lin', () =>
        prisma.message.create(message('lin', consultationId, world.accounts.lumen, 'shared')),
      ),
    ).rejects.toThrow()
  })

  test('nobody writes in the name of somebody else, or into the other side’s lane', async () => {
    const { lumen: consultationId } = records.consultations
    await expect(
      write('lin', () =>
        prisma.message.create(message('chen', consultationId, world.accounts.lumen, 'shared')),
      ),
    ).rejects.toThrow()
    await expect(
      write('lin', () =>
        prisma.message.create(message('lin', consultationId, world.accounts.lumen, 'internal')),
      ),
    ).rejects.toThrow()
    await expect(
      write('ingrid', () =>
        prisma.message.create(message('ingrid', consultationId, world.accounts.lumen, 'private')),
      ),
    ).rejects.toThrow()
  })

  test('a customer changes nothing of a document', async () => {
    const changed = await write('lin', () =>
      prisma.document.updateMany({ where: { id: records.documents.lumenEngineers }, data: { title: 'x' } }),
    )
    expect(changed).toMatchObject({ count: 0 })
  })

  test('what is insert-only stays as it is, even for the owner', async () => {
    const { shared } = records.messages
    await expect(
      unscopedPrisma().message.update({ where: { id: shared }, data: { body: 'x' } }),
    ).rejects.toThrow(/insert-only/)
    const version = { where: { id: records.versions.lumenEngineers } }
    await expect(
      unscopedPrisma().documentVersion.update({ ...version, data: { body: 'x' } }),
    ).rejects.toThrow(/immutable/)
    await expect(unscopedPrisma().documentVersion.delete(version)).rejects.toThrow()
  })
})

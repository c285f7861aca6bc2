import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { listWaiting } from '#app/domain/home/queries.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

const as = <T>(name: PersonName, work: (actor: Actor) => Promise<T>) =>
  runAsActor(world.people[name].membershipId, () => work(world.people[name]))

/** What the database's function finds. */
const unread = (name: PersonName) =>
  as(name, async () => {
    const [found] = await prisma.$queryRaw<{ ids: string[] }[]>`SELECT app_unread_documents(100) AS ids`
    return (found?.ids ?? []).toSorted()
  })

/** The same by the scope: the rule stands in both. */
const byScope = (name: PersonName) =>
  as(name, async (actor) => {
    const isUnread = {
      status: { not: 'withdrawn' },
      releasedVersion: { status: 'released', readings: { none: { membershipId: actor.membershipId } } },
    } as const
    const rows = await prisma.document.findMany({ where: { AND: [visibleDocuments(actor), isUnread] } })
    return rows.map(({ id }) => id).toSorted()
  })

const customers: PersonName[] = ['lin', 'chen', 'wu', 'lumenAdmin', 'rui', 'sofia', 'ana', 'auroraAdmin']

test('the function and the scope find the same, for everybody of the customers', async () => {
  const counts: number[] = []
  for (const name of customers) {
    const found = await unread(name)
    expect(found, name).toEqual(await byScope(name))
    counts.push(found.length)
  }
  expect(Math.max(...counts)).toBeGreaterThan(0)
  expect(await unread('lumenAdmin')).toEqual([])
})

test('the same where an audience is narrowed to a family that the account has nothing of', async () => {
  const database = unscopedPrisma()
  const organizationId = world.organizations.halden
  const family = await database.productFamily.create({
    data: { organizationId, code: 'ZZ', name: 'Elsewhere' },
  })
  const where = { documentId: records.documents.lumenEngineers }
  expect(await unread('lin')).toContain(records.documents.lumenEngineers)
  await database.documentAudience.updateMany({ where, data: { familyId: family.id } })
  expect(await unread('lin')).not.toContain(records.documents.lumenEngineers)
  expect(await unread('lin')).toEqual(await byScope('lin'))
  await database.documentAudience.updateMany({ where, data: { familyId: null } })
})

test('nothing for the supplier, nor without an actor, nor for a member that was deactivated', async () => {
  expect(await unread('ingrid')).toEqual([])
  const [nobody] = await prisma.$queryRaw<{ ids: string[] }[]>`SELECT app_unread_documents(100) AS ids`
  expect(nobody?.ids).toEqual([])
  const where = { id: world.people.lin.membershipId }
  await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
  expect(await unread('lin')).toEqual([])
  await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
})

test('what is opened waits no longer on the home page', async () => {
  const toRead = () =>
    as('lin', async (actor) =>
      (await listWaiting(actor)).filter(({ reason }) => reason === 'toRead').map(({ id }) => id),
    )
  expect(await toRead()).toContain(records.documents.lumenEngineers)
  await unscopedPrisma().documentReading.create({
    data: {
      versionId: records.versions.lumenEngineers,
      membershipId: world.people.lin.membershipId,
      documentId: records.documents.lumenEngineers,
      accountId: world.accounts.lumen,
      firstOpenedAt: new Date(),
      lastOpenedAt: new Date(),
    },
  })
  expect(await toRead()).not.toContain(records.documents.lumenEngineers)
})

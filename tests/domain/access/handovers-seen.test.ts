import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { visiblePackages } from '#app/domain/documents/handovers/scope.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { whoFinds } from '#tests/support/visibility/finders.ts'
import { halden, lumen } from '#tests/support/visibility/people.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

test('what an account needs is known to both its sides; who took what to the supplier and to the taker alone', async () => {
  const { lumen: accountId } = world.accounts
  const { halden: organizationId } = world.organizations
  const { lumenEngineers: documentId } = records.documents
  const { lumenEngineers: versionId } = records.versions
  const database = unscopedPrisma()
  const needed = { classes: ['02-01'], languages: ['zh'], decidedById: world.people.marcus.membershipId }
  await database.handoverRequirement.create({ data: { accountId, organizationId, ...needed } })
  const taken = { accountId, organizationId, name: 'x.zip', takenById: world.people.lin.membershipId }
  const { id: packageId } = await database.handoverPackage.create({ data: taken })
  const item = { packageId, versionId, documentId, accountId }
  await database.handoverPackageItem.create({ data: item })
  const { handoverRequirement, handoverPackage, handoverPackageItem } = prisma
  const both = [...halden, ...lumen].sort()
  const taker = [...halden, 'lin'].sort()
  expect(await whoFinds(world, () => handoverRequirement.findFirst({ where: { accountId } }))).toEqual(both)
  expect(await whoFinds(world, () => handoverPackage.findFirst({ where: { id: packageId } }))).toEqual(taker)
  expect(await whoFinds(world, () => handoverPackageItem.findFirst({ where: { packageId } }))).toEqual(taker)
  const scope = (actor: Actor) =>
    handoverPackage.findFirst({ where: { AND: [{ id: packageId }, visiblePackages(actor)] } })
  expect(await whoFinds(world, scope)).toEqual(taker)
  // Nobody takes in somebody else's name, from another account, or adds to somebody else's package.
  const write = (name: PersonName, work: () => Promise<unknown>) =>
    expect(runAsActor(world.people[name].membershipId, work)).rejects.toThrow()
  await write('chen', () => handoverPackage.create({ data: taken }))
  const { membershipId: takenById } = world.people.rui
  await write('rui', () => handoverPackage.create({ data: { ...taken, takenById } }))
  await write('marcus', () =>
    handoverPackageItem.create({ data: { ...item, versionId: records.versions.draft } }),
  )
  await write('lin', () => handoverRequirement.create({ data: { accountId, organizationId, ...needed } }))
  await expect(
    database.handoverPackage.update({ where: { id: packageId }, data: { name: 'y' } }),
  ).rejects.toThrow(/insert-only/)
})

import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { visibleImports } from '#app/domain/documents/imports/scope.server.ts'
import { prisma, runAsActor } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { whoFinds } from '#tests/support/visibility/finders.ts'
import { halden } from '#tests/support/visibility/people.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

test('imports are the supplier’s own, and seen by those who import', async () => {
  const { checked: importId } = records.imports
  const { documentImport, documentImportRow, documentImportFile } = prisma
  const find = () => documentImport.findFirst({ where: { id: importId } })
  expect(await whoFinds(world, find)).toEqual([...halden].sort())
  expect(await whoFinds(world, () => documentImportRow.findFirst({ where: { importId } }))).toEqual(
    [...halden].sort(),
  )
  const scope = (actor: Actor) =>
    documentImport.findFirst({ where: { AND: [{ id: importId }, visibleImports(actor)] } })
  expect(await whoFinds(world, scope)).toEqual(['admin', 'dev', 'ingrid', 'quinn'])
  // Nobody begins one in somebody else's name, adds to somebody else's, or takes a file that is not the own.
  const write = (name: PersonName, work: () => Promise<unknown>) =>
    expect(runAsActor(world.people[name].membershipId, work)).rejects.toThrow()
  const { halden: organizationId, lumen: customerId } = world.organizations
  const { membershipId: createdById } = world.people.ingrid
  const begun = { organizationId, name: 'x.zip', isReleased: false, isWhole: false, createdById }
  await write('dev', () => documentImport.create({ data: begun }))
  const { membershipId: lin } = world.people.lin
  await write('lin', () =>
    documentImport.create({ data: { ...begun, organizationId: customerId, createdById: lin } }),
  )
  const file = { importId, organizationId, fileId: records.files.loose, position: 0 }
  await write('ingrid', () => documentImportFile.create({ data: file }))
  const row = { importId, organizationId, line: 9, outcome: 'new', number: '', title: '' } as const
  await write('lin', () => documentImportRow.create({ data: { ...row, problems: [], notes: [] } }))
})

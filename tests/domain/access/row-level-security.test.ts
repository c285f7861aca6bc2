import { beforeAll, describe, expect, test } from 'vitest'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { createRival, type Rival } from '#tests/support/rival.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { createWorld, type World } from '#tests/support/world.ts'

// What a member could write past every command, with the scopes removed: the database alone refuses it.
useTestDatabase()
useTestStorage()
let world: World
let records: Records
let rival: Rival

beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
  rival = await createRival()
})

const refused = /row-level security/
const asMallory = <T>(work: () => Promise<T>) => runAsActor(rival.member, work)
const asLin = <T>(work: () => Promise<T>) => runAsActor(world.people.lin.membershipId, work)

describe('a document of another supplier', () => {
  const own = () => ({ organizationId: rival.organization })
  const theirs = () => ({ documentId: records.documents.lumenEngineers, ...own() })

  test.each<[string, () => Promise<unknown>]>([
    [
      'gets no audience',
      () => prisma.documentAudience.create({ data: { ...theirs(), functions: ['engineering'] } }),
    ],
    [
      'gets no version',
      () =>
        prisma.documentVersion.create({
          data: { ...theirs(), version: 9, title: 'x', body: 'x', language: 'en', authorId: rival.member },
        }),
    ],
    [
      'gets no product',
      () => prisma.documentProduct.create({ data: { ...theirs(), productId: world.product } }),
    ],
    ['gets no family', () => prisma.documentFamily.create({ data: { ...theirs(), familyId: world.family } })],
    [
      'is not withdrawn',
      () =>
        prisma.documentWithdrawal.create({
          data: {
            ...theirs(),
            versionId: records.versions.lumenEngineers,
            reason: 'x',
            withdrawnById: rival.member,
          },
        }),
    ],
    [
      'lends no product to the own document',
      () =>
        prisma.documentProduct.create({
          data: { ...own(), documentId: rival.document, productId: world.product },
        }),
    ],
    [
      'lends no family to an own product',
      () => prisma.product.create({ data: { ...own(), familyId: world.family, number: 'X-1', name: 'x' } }),
    ],
  ])('%s', async (_, write) => {
    await expect(asMallory(write)).rejects.toThrow(refused)
  })
})

describe('a file that somebody else sent', () => {
  const link = (fileId: string) =>
    asMallory(() =>
      prisma.documentVersionFile.create({
        data: {
          ...{ versionId: rival.version, documentId: rival.document, organizationId: rival.organization },
          ...{ fileId, position: 0 },
        },
      }),
    )
  const attach = (fileId: string) =>
    asLin(() =>
      prisma.messageFile.create({
        data: {
          ...{ messageId: records.messages.shared, consultationId: records.consultations.lumen, fileId },
          ...{ accountId: world.accounts.lumen, lane: 'shared', position: 0 },
        },
      }),
    )

  test('is not made readable by a link of the own document', async () => {
    for (const id of [records.files.version, records.files.internal, records.files.loose])
      await expect(link(id)).rejects.toThrow(refused)
    await link(rival.file)
  })

  test('nor by a link of the own message', async () => {
    for (const id of [records.files.internal, rival.file]) await expect(attach(id)).rejects.toThrow(refused)
    await attach(records.files.loose)
    await expect(unscopedPrisma().messageFile.deleteMany()).rejects.toThrow(/insert-only/)
  })
})

test('a complete file keeps its name, bytes and hash, and no member says that one is complete', async () => {
  const { file, member, organization } = rival
  for (const data of [
    { name: 'y' },
    { key: 'y' },
    { size: 9 },
    { sha256: 'y' },
    { status: 'refused' as const },
  ]) {
    await expect(asMallory(() => prisma.file.update({ where: { id: file }, data }))).rejects.toThrow()
    await expect(unscopedPrisma().file.update({ where: { id: file }, data })).rejects.toThrow(/immutable/)
  }
  const upload = { organizationId: organization, uploadedById: member, name: 'z', size: 1, type: 'x' }
  const forged = { ...upload, key: 'test/forged', status: 'complete' as const }
  await expect(asMallory(() => prisma.file.create({ data: forged }))).rejects.toThrow(refused)
  const open = await asMallory(() => prisma.file.create({ data: { ...upload, key: 'test/open' } }))
  const complete = { where: { id: open.id }, data: { status: 'complete' as const } }
  await expect(asMallory(() => prisma.file.update(complete))).rejects.toThrow(/ingest alone/)
})

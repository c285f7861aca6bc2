import { beforeAll, describe, expect, test } from 'vitest'
import { consultationAudience } from '#app/domain/consultations/audience.server.ts'
import { downloadFile } from '#app/domain/consultations/commands/download-file.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from './support.ts'

useTestDatabase()
let world: World

beforeAll(async () => {
  world = await createWorld()
})

async function audienceOf(subjectId: string): Promise<string[]> {
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId },
    orderBy: { id: 'desc' },
  })
  const type = event.type as keyof typeof consultationAudience
  const recorded = { ...event, payload: event.payload as Record<string, unknown> }
  return consultationAudience[type](recorded, unscopedPrisma())
}

describe('asking', () => {
  test('goes to whoever covers the function, with a number of the supplier', async () => {
    const { people, accounts, organizations, product } = world
    const id = await ask(people.lin, accounts.lumen, { productId: product })
    const consultation = await stored(id)
    expect(consultation).toMatchObject({
      number: 1,
      status: 'assigned',
      assigneeId: people.ingrid.membershipId,
      askedById: people.lin.membershipId,
      organizationId: organizations.halden,
      productId: product,
      language: 'en',
    })
    expect(await eventsOf(id)).toEqual(['asked'])
    expect(await audienceOf(id)).toEqual([people.ingrid.membershipId])
    const thread = await as(people.lin, () => getThread(people.lin, id))
    expect(thread.messages).toMatchObject([{ lane: 'shared', body: 'It trips with **F07**.' }])
  })

  test('purchasing is covered by account management', async () => {
    const id = await ask(world.people.chen, world.accounts.lumen, { function: 'purchasing' })
    expect(await stored(id)).toMatchObject({ number: 2, assigneeId: world.people.marcus.membershipId })
  })

  test('where the matrix has a gap it is new, and the team of the account is told', async () => {
    const { people, accounts } = world
    const id = await ask(people.wu, accounts.lumen, {
      function: 'quality',
      subject: '关于包装',
      body: '纸箱受潮',
    })
    expect(await stored(id)).toMatchObject({ status: 'new', assigneeId: null, language: 'zh' })
    const told = [people.ingrid, people.marcus, people.tomas].map((each) => each.membershipId)
    expect((await audienceOf(id)).sort()).toEqual(told.sort())
  })

  test('without a team every active member of the supplier is told', async () => {
    const { people, accounts } = world
    await unscopedPrisma().teamMember.deleteMany({ where: { accountId: accounts.lumen } })
    const id = await ask(people.wu, accounts.lumen, { function: 'quality' })
    expect(await audienceOf(id)).toHaveLength(6)
  })

  test('nobody who left, and nobody outside a restricted account, is given a question', async () => {
    const { people, accounts } = world
    await unscopedPrisma().teamMember.deleteMany({
      where: { accountId: accounts.aurora, membershipId: people.dev.membershipId },
    })
    const id = await ask(people.rui, accounts.aurora)
    expect(await stored(id)).toMatchObject({ status: 'new', assigneeId: null })
    expect(await audienceOf(id)).toEqual([people.marcus.membershipId])
  })

  test('files come with the message, are taken once, and each download is recorded', async () => {
    const { people, accounts } = world
    const file = await unscopedPrisma().file.create({
      data: {
        key: 'test/one',
        organizationId: people.lin.organizationId,
        uploadedById: people.lin.membershipId,
        name: 'trace.csv',
        size: 4,
        type: 'text/csv',
        status: 'complete',
      },
    })
    const id = await ask(people.lin, accounts.lumen, { fileIds: [file.id] })
    const thread = await as(people.ingrid, () => getThread(people.ingrid, id))
    expect(thread.messages[0]?.files.map((each) => each.file.name)).toEqual(['trace.csv'])
    const taken = await as(people.ingrid, () =>
      downloadFile(people.ingrid, { consultationId: id, fileId: file.id }, () => 0),
    )
    expect(taken.key).toBe('test/one')
    expect(await eventsOf(id)).toEqual(['asked', 'fileDownloaded'])
    await expect(
      as(people.rui, () => downloadFile(people.rui, { consultationId: id, fileId: file.id }, () => 0)),
    ).rejects.toThrow(NotFound)
    await expect(ask(people.lin, accounts.lumen, { fileIds: [file.id] })).rejects.toThrow(Invalid)
  })

  test('refused: the supplier, another customer, a foreign product or document', async () => {
    const { people, accounts } = world
    await expect(ask(people.ingrid, accounts.lumen)).rejects.toThrow(Forbidden)
    await expect(ask(people.rui, accounts.lumen)).rejects.toThrow(Invalid)
    const other = await foreignProduct()
    await expect(ask(people.lin, accounts.lumen, { productId: other })).rejects.toThrow(NotFound)
    const unseen = await unreleasedDocument(world)
    await expect(ask(people.lin, accounts.lumen, { documentId: unseen })).rejects.toThrow(Invalid)
    const before = (await unscopedPrisma().numberSeries.findFirst({ where: { kind: 'consultation' } }))?.next
    expect(before).toBe((await unscopedPrisma().consultation.count()) + 1)
  })
})

async function foreignProduct(): Promise<string> {
  const db = unscopedPrisma()
  const organization = await db.organization.create({
    data: { name: 'Elsewhere', language: 'en', timeZone: 'UTC' },
  })
  const family = await db.productFamily.create({
    data: { organizationId: organization.id, code: 'X', name: 'X' },
  })
  const product = await db.product.create({
    data: { organizationId: organization.id, familyId: family.id, number: 'X-1', name: 'X' },
  })
  return product.id
}

async function unreleasedDocument({ people, organizations }: World): Promise<string> {
  const document = await unscopedPrisma().document.create({
    data: {
      organizationId: organizations.halden,
      kind: 'technical_note',
      number: 1,
      title: 'Draft',
      language: 'en',
      ownerId: people.ingrid.membershipId,
    },
  })
  return document.id
}

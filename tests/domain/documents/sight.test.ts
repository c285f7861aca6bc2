import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { findDocumentTitle, getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import {
  countDocuments,
  listDocuments,
  listDocumentsForAccount,
} from '#app/domain/documents/queries/list.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, note, release, released, submitted, upload } from './notes.ts'

useTestDatabase()
let world: World
let people: World['people']
let forLumen: string
let forEverybody: string
let draft: string
let file: string
beforeAll(async () => {
  world = await createWorld()
  people = world.people
  const { ingrid, dev } = people
  file = await upload(ingrid)
  forLumen = await released(ingrid, dev, {
    title: 'Efficiency 50%_a',
    accountIds: [world.accounts.lumen],
    functions: ['engineering'],
    fileIds: [file],
    productIds: [world.product],
  })
  forEverybody = await released(ingrid, dev, {
    title: 'Storage',
    language: 'pt',
    everyAccount: true,
    functions: ['logistics'],
  })
  draft = await submitted(ingrid, {
    everyAccount: true,
    functions: ['engineering', 'logistics', 'purchasing'],
  })
})

const sees = async (actor: Actor) => {
  const { items } = await as(actor, () => listDocuments(actor, {}))
  return items.map((item) => item.id).sort()
}

describe('who sees what', () => {
  const all: PersonName[] = ['ingrid', 'dev', 'marcus', 'tomas', 'quinn', 'admin']
  test.each(all)('%s of the supplier sees everything, drafts as well', async (name) => {
    expect(await sees(people[name])).toEqual([forLumen, forEverybody, draft].sort())
  })

  const expected: [PersonName, () => string[]][] = [
    ['lin', () => [forLumen]],
    ['wu', () => [forEverybody]],
    ['chen', () => []],
    ['lumenAdmin', () => []],
    ['rui', () => []],
    ['ana', () => [forEverybody]],
    ['sofia', () => []],
    ['auroraAdmin', () => []],
  ]
  test.each(expected)('%s sees what is released to the own account and function', async (name, ids) => {
    const actor = people[name]
    expect(await sees(actor)).toEqual(ids().sort())
    expect(await as(actor, () => countDocuments(actor))).toBe(ids().length)
    for (const id of [forLumen, forEverybody, draft]) {
      const found = as(actor, () => getDocument(actor, id))
      if (ids().includes(id)) await expect(found).resolves.toMatchObject({ id })
      else await expect(found).rejects.toThrow(NotFound)
      expect(Boolean(await as(actor, () => findDocumentTitle(actor, id)))).toBe(ids().includes(id))
    }
  })

  test('the database alone keeps the drafts and the other customer apart', async () => {
    const { rui, lin } = people
    const seen = await as(rui, () => prisma.document.findMany({ select: { id: true } }))
    expect(seen.map((each) => each.id)).toEqual([forEverybody])
    expect(await as(lin, () => prisma.documentVersion.count({ where: { documentId: draft } }))).toBe(0)
    expect(await as(rui, () => prisma.documentVersionFile.count({ where: { documentId: forLumen } }))).toBe(0)
  })

  test('a file is reached through its document alone', async () => {
    const { lin, chen, rui } = people
    expect((await as(lin, () => getDocumentFile(lin, forLumen, file))).file.name).toBe('motor.pdf')
    await expect(as(lin, () => getDocumentFile(lin, forEverybody, file))).rejects.toThrow(NotFound)
    await expect(as(chen, () => getDocumentFile(chen, forLumen, file))).rejects.toThrow(NotFound)
    await expect(as(rui, () => getDocumentFile(rui, forLumen, file))).rejects.toThrow(NotFound)
    await expect(as(lin, () => getDocumentFile(lin, 'x', '../etc'))).rejects.toThrow(NotFound)
  })
})

describe('the list', () => {
  test('is filtered by text, number, product, language and status', async () => {
    const { ingrid, lin } = people
    const find = async (filters: Parameters<typeof listDocuments>[1], actor = ingrid) =>
      (await as(actor, () => listDocuments(actor, filters))).items.map((item) => item.id)
    expect(await find({ q: '50%_A' })).toEqual([forLumen])
    expect(await find({ q: '%' })).toEqual([forLumen])
    expect(await find({ q: 'TN-0002' })).toEqual([forEverybody])
    expect(await find({ product: world.product })).toEqual([forLumen])
    expect(await find({ product: 'nonsense' })).toEqual([])
    expect(await find({ language: 'pt' })).toEqual([forEverybody])
    expect(await find({ status: 'submitted' })).toEqual([draft])
    // The status belongs to the supplier: for a customer the filter does nothing.
    expect(await find({ status: 'submitted' }, lin)).toEqual([forLumen])
  })

  test("an account's documents are those that its customer can see", async () => {
    const { ingrid, wu } = people
    const account = { id: world.accounts.lumen, supplierId: world.organizations.halden }
    const ids = async (actor: Actor) =>
      (await as(actor, () => listDocumentsForAccount(actor, account))).map((each) => each.id)
    expect((await ids(ingrid)).sort()).toEqual([forLumen, forEverybody].sort())
    expect(await ids(wu)).toEqual([forEverybody])
  })
})

describe('a further version', () => {
  test('changes nothing for the readers until it is released, then the older one stays readable', async () => {
    const { ingrid, dev, lin } = people
    const id = await released(ingrid, dev, { accountIds: [world.accounts.lumen], functions: ['engineering'] })
    await as(ingrid, () => startVersion(ingrid, id))
    const seenAt = (await as(ingrid, () => getDocument(ingrid, id))).versions[0]?.updatedAt ?? new Date()
    const wider = { everyAccount: true, functions: ['purchasing' as const] }
    await as(ingrid, () => editDraft(ingrid, id, { ...note({ title: 'Not yet', ...wider }), seenAt }))
    const listed = (await as(lin, () => listDocuments(lin, {}))).items.find((each) => each.id === id)
    expect(listed).toMatchObject({ title: 'Efficiency of four-pole motors', status: null })
    const page = await as(lin, () => getVersionPage(lin, id, null))
    expect([page.version.version, page.document.versions.length]).toEqual([1, 1])
    await expect(as(lin, () => getVersionPage(lin, id, 2))).rejects.toThrow(NotFound)
    await as(ingrid, () => submitVersion(ingrid, id))
    await expect(as(lin, () => getVersionPage(lin, id, 2))).rejects.toThrow(NotFound)
    await release(dev, id)
    const after = await as(lin, () => getVersionPage(lin, id, null))
    expect([after.version.version, after.version.title, after.version.isInForce]).toEqual([
      2,
      'Not yet',
      true,
    ])
    expect((await as(lin, () => getVersionPage(lin, id, 1))).version.status).toBe('superseded')
  })

  test('that was given up before its release never existed for the customer', async () => {
    const { ingrid, dev, lin } = people
    const id = await released(ingrid, dev, { accountIds: [world.accounts.lumen], functions: ['engineering'] })
    await as(ingrid, () => startVersion(ingrid, id))
    await as(ingrid, () => withdrawVersion(ingrid, id, { version: 2, reason: 'Not needed.' }))
    expect((await as(lin, () => getVersionPage(lin, id, null))).document.versions).toHaveLength(1)
    await expect(as(lin, () => getVersionPage(lin, id, 2))).rejects.toThrow(NotFound)
    expect(await as(lin, () => prisma.documentVersion.count({ where: { documentId: id } }))).toBe(1)
  })
})

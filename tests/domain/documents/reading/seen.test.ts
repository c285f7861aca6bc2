import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { recordDownload, recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { recordFileOpening } from '#app/domain/documents/reading/commands/open-file.server.ts'
import { recordSeen } from '#app/domain/documents/reading/commands/seen.server.ts'
import { SeenForm } from '#app/domain/documents/reading/forms.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, released, upload } from '../notes.ts'

useTestDatabase()
let world: World
let people: World['people']
beforeAll(async () => {
  world = await createWorld()
  people = world.people
})

const start = Date.parse('2026-03-02T08:00:00Z')
let resetClock = () => {}
afterEach(() => resetClock())
/** Seconds after the story's start. */
const at = (seconds: number) => {
  resetClock()
  resetClock = setClock(() => new Date(start + seconds * 1000))
}

const noteForLumen = (input = {}) =>
  released(people.ingrid, people.dev, {
    accountIds: [world.accounts.lumen],
    functions: ['engineering', 'logistics'],
    ...input,
  })
const open = (actor: Actor, id: string) =>
  as(actor, async () => {
    const { version, document, reading } = await getVersionPage(actor, id, null)
    return recordOpening(actor, { ...version, document }, reading)
  })
const openFile = (actor: Actor, id: string, fileId: string) =>
  as(actor, async () => {
    const { version } = await getDocumentFile(actor, id, fileId)
    await recordFileOpening(actor, { fileId, version })
  })
const seen = (actor: Actor, id: string, milliseconds: number, more = {}) =>
  as(actor, () => recordSeen(actor, id, { version: 1, milliseconds, ...more }))
const credited = async (id: string) => {
  const rows = await unscopedPrisma().documentReading.findMany({ where: { documentId: id } })
  return rows.map((row) => row.viewMilliseconds)
}

describe('time in view', () => {
  test('is credited beat by beat, to the millisecond', async () => {
    at(0)
    const id = await noteForLumen()
    await open(people.lin, id)
    at(15)
    await seen(people.lin, id, 15_000)
    at(30.5)
    await seen(people.lin, id, 12_345)
    expect(await credited(id)).toEqual([27_345])
  })

  test('is never more than has passed since the last beat, whatever is claimed', async () => {
    at(100)
    const id = await noteForLumen()
    await open(people.lin, id)
    at(104)
    await seen(people.lin, id, 30_000)
    expect(await credited(id)).toEqual([4000])
    for (let i = 0; i < 20; i++) await seen(people.lin, id, 30_000)
    expect(await credited(id)).toEqual([4000])
    at(3700)
    await seen(people.lin, id, 30_000)
    expect(await credited(id)).toEqual([34_000])
  })

  test('two windows on one text, and on two texts, do not count twice', async () => {
    at(10_000)
    const [one, other] = [await noteForLumen(), await noteForLumen()]
    await open(people.lin, one)
    await open(people.lin, other)
    for (let beats = 1; beats <= 4; beats++) {
      at(10_000 + beats * 15)
      await seen(people.lin, one, 15_000)
      await seen(people.lin, one, 15_000)
      at(10_000 + beats * 15 + 5)
      await seen(people.lin, other, 15_000)
    }
    const [[first = 0], [second = 0]] = [await credited(one), await credited(other)]
    expect(first + second).toBeLessThanOrEqual(65_000)
    expect(second).toBe(20_000)
  })

  test('beats that arrive at the same moment wait for each other', async () => {
    at(20_000)
    const id = await noteForLumen()
    await open(people.lin, id)
    at(20_010)
    await Promise.all(Array.from({ length: 8 }, () => seen(people.lin, id, 10_000)))
    expect(await credited(id)).toEqual([10_000])
  })

  test('needs an opening; the supplier’s own reading and what one does not see count for nothing', async () => {
    at(30_000)
    const id = await noteForLumen()
    await seen(people.lin, id, 10_000)
    await seen(people.ingrid, id, 10_000)
    expect(await credited(id)).toEqual([])
    await expect(seen(people.rui, id, 1000)).rejects.toThrow(NotFound)
    await expect(seen(people.lin, id, 1000, { version: 2 })).rejects.toThrow(NotFound)
    await expect(seen(people.lin, id, 1000, { fileId: crypto.randomUUID() })).rejects.toThrow(NotFound)
  })
})

describe('pages of a file', () => {
  test('are gathered in order, within the file, once each', async () => {
    at(40_000)
    const fileId = await upload(people.ingrid)
    const id = await noteForLumen({ fileIds: [fileId] })
    await seen(people.lin, id, 0, { fileId, pages: [1], pageCount: 5 })
    await openFile(people.lin, id, fileId)
    await seen(people.lin, id, 0, { fileId, pages: [3, 1, 99], pageCount: 5 })
    await seen(people.lin, id, 0, { fileId, pages: [4, 3, 6], pageCount: 900 })
    const rows = await unscopedPrisma().documentFileReading.findMany({ where: { fileId } })
    expect(rows).toMatchObject([{ pages: [1, 3, 4], pageCount: 5, openCount: 1, downloadCount: 0 }])
    await as(people.lin, async () => {
      const found = await getDocumentFile(people.lin, id, fileId)
      await recordDownload(people.lin, found.version, { ...found.file, firstByte: 0 })
    })
    at(41_000)
    await openFile(people.lin, id, fileId)
    const [row] = await unscopedPrisma().documentFileReading.findMany({ where: { fileId } })
    expect(row).toMatchObject({ openCount: 2, downloadCount: 1, pages: [1, 3, 4] })
  })

  test('are known to the reader and to the supplier, to no colleague and no other customer', async () => {
    at(50_000)
    const fileId = await upload(people.ingrid)
    const id = await noteForLumen({ fileIds: [fileId] })
    await openFile(people.lin, id, fileId)
    const count = (actor: Actor) =>
      as(actor, async () => [
        await prisma.documentFileReading.count({ where: { fileId } }),
        await prisma.documentReading.count({ where: { documentId: id } }),
      ])
    expect(await count(people.lin)).toEqual([1, 1])
    expect(await count(people.marcus)).toEqual([1, 1])
    for (const other of [people.wu, people.chen, people.rui]) expect(await count(other)).toEqual([0, 0])
  })
})

test('a form that claims what cannot be is refused', () => {
  const parse = (more: object) => SeenForm.safeParse({ version: '1', milliseconds: '1000', ...more }).success
  expect(parse({})).toBe(true)
  expect(parse({ pages: '1,2,3', pageCount: '9' })).toBe(true)
  for (const wrong of [
    { milliseconds: '86400000' },
    { milliseconds: '-1' },
    { milliseconds: 'x' },
    { pages: '1,,2' },
    { pages: "1'" },
    { pageCount: '0' },
    { fileId: 'x' },
    { version: '' },
  ]) {
    expect(parse(wrong)).toBe(false)
  }
})

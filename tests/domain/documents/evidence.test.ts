import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { documentsAudience } from '#app/domain/documents/audience.server.ts'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { recordDownload, recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { listReaders } from '#app/domain/documents/queries/readers.server.ts'
import { readVersion } from '#app/domain/documents/read-version.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { countQueries, prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, eventTypes, released, submitted, unclassified, upload } from './notes.ts'

useTestDatabase()
let world: World
let people: World['people']
beforeAll(async () => {
  world = await createWorld()
  people = world.people
})

let resetClock = () => {}
afterEach(() => resetClock())
const at = (time: string) => {
  resetClock()
  resetClock = setClock(() => new Date(`2026-03-02T${time}:00Z`))
}

const open = (actor: Actor, id: string) =>
  as(actor, async () => {
    const { version, document, reading } = await getVersionPage(actor, id, null)
    return recordOpening(actor, { ...version, document }, reading)
  })
const download = (actor: Actor, id: string, fileId: string) =>
  as(actor, async () => {
    const { file, version } = await getDocumentFile(actor, id, fileId)
    await recordDownload(actor, version, { name: file.name, firstByte: 0 })
  })
const noteForLumen = (input = {}) =>
  released(people.ingrid, people.dev, {
    accountIds: [world.accounts.lumen],
    functions: ['engineering'],
    ...input,
  })

describe('reading evidence', () => {
  test('the first opening of a version leaves an event, later ones are counted', async () => {
    const id = await noteForLumen()
    at('08:00')
    expect(await open(people.lin, id)).toMatchObject({ openCount: 1 })
    at('08:03')
    expect(await open(people.lin, id)).toMatchObject({ openCount: 1 })
    at('09:00')
    expect(await open(people.lin, id)).toEqual({
      openCount: 2,
      firstOpenedAt: new Date('2026-03-02T08:00:00Z'),
      lastOpenedAt: new Date('2026-03-02T09:00:00Z'),
      downloadCount: 0,
      viewMilliseconds: 0,
    })
    const [event, ...more] = (await eventsOf(id)).filter((each) => each.type === 'document.opened')
    expect(more).toEqual([])
    expect(event).toMatchObject({
      accountId: world.accounts.lumen,
      side: null,
      actorId: people.lin.membershipId,
    })
  })

  test('two windows at once are one first opening', async () => {
    const id = await noteForLumen()
    await Promise.all([open(people.lin, id), open(people.lin, id), open(people.lin, id)])
    expect((await eventTypes(id)).filter((type) => type === 'opened')).toHaveLength(1)
  })

  test('downloads leave an event each and are counted, also before the first opening', async () => {
    const { lin, marcus } = people
    const file = await upload(people.ingrid)
    const id = await noteForLumen({ fileIds: [file] })
    await download(lin, id, file)
    expect(await open(lin, id)).toMatchObject({ openCount: 1, downloadCount: 1 })
    await download(lin, id, file)
    await download(marcus, id, file)
    const events = (await eventsOf(id)).filter((event) => /opened|downloaded/.test(event.type))
    expect(events.map((event) => [event.type, event.side])).toEqual([
      ['document.downloaded', null],
      ['document.opened', null],
      ['document.downloaded', null],
      ['document.downloaded', 'supplier'],
    ])
    const rows = await unscopedPrisma().documentReading.findMany({ where: { documentId: id } })
    expect(rows).toMatchObject([{ membershipId: lin.membershipId, openCount: 1, downloadCount: 2 }])
  })

  test("the supplier's own reading is no evidence", async () => {
    const id = await noteForLumen()
    expect(await open(people.marcus, id)).toBeNull()
    expect(await unscopedPrisma().documentReading.count({ where: { documentId: id } })).toBe(0)
  })

  test('shows the whole audience with what each has read; the readers of a restricted account to its team alone', async () => {
    const { ingrid, marcus, lin, ana } = people
    const id = await noteForLumen({
      everyAccount: true,
      accountIds: [],
      functions: ['engineering', 'logistics'],
    })
    await open(lin, id)
    await open(ana, id)
    const read = async (actor: Actor) =>
      as(actor, async () => {
        const { version, document } = await getVersionPage(actor, id, null)
        const readers = await listReaders(actor, document, version.id)
        return readers.map((each) => [each.name, each.reading?.openCount ?? 0])
      })
    const lumens = [
      ['吴敏', 0],
      ['林晓', 1],
    ]
    expect(await read(marcus)).toEqual([['Ana Lopes', 1], ['Rui Tavares', 0], ...lumens])
    expect(await read(ingrid)).toEqual(lumens)
  })

  test('without an audience nobody will see it', async () => {
    const id = await submitted(people.ingrid)
    const readers = await as(people.marcus, async () => {
      const { version, document } = await getVersionPage(people.marcus, id, null)
      return listReaders(people.marcus, document, version.id)
    })
    expect(readers).toEqual([])
  })

  test('one reader knows nothing of another', async () => {
    const id = await noteForLumen({ functions: ['engineering', 'logistics'] })
    await open(people.lin, id)
    expect(await as(people.wu, () => prisma.documentReading.count())).toBe(0)
    expect(await as(people.wu, async () => (await getVersionPage(people.wu, id, null)).reading)).toBeNull()
  })

  test('the page of a version takes one statement, with history two', async () => {
    const id = await noteForLumen()
    const customer = await countQueries(() => as(people.lin, () => getVersionPage(people.lin, id, null)))
    expect(customer.statements).toHaveLength(1)
    const supplier = await countQueries(() =>
      as(people.ingrid, () => readVersion(people.ingrid, id, { number: null, isOpened: true })),
    )
    expect(supplier.statements).toHaveLength(2)
  })
})

describe('who hears of it', () => {
  const hears = async (id: string) => {
    const event = (await eventsOf(id)).at(-1) as RecordedEvent
    const audience = documentsAudience[event.type as keyof typeof documentsAudience]
    const members = await audience(event, unscopedPrisma())
    const names = Object.entries(people).filter(([, actor]) => members.includes(actor.membershipId))
    return names.map(([name]) => name)
  }

  test('of a submission engineering and quality, of a release its readers and its author', async () => {
    const id = await submitted(people.ingrid, { everyAccount: true, functions: ['logistics'] })
    expect(await hears(id)).toEqual(['ingrid', 'dev', 'quinn'])
    expect(await hears(await noteForLumen())).toEqual(['ingrid', 'lin'])
  })

  test('of a wider audience those who are new in it', async () => {
    const { ingrid } = people
    const id = await noteForLumen()
    await open(people.lin, id)
    const reach = { everyAccount: true, accountIds: [], functions: ['engineering' as const], ...unclassified }
    await as(ingrid, () => changeAudience(ingrid, id, reach))
    expect(await hears(id)).toEqual(['rui'])
  })
})

describe('the database', () => {
  test('keeps what a version says from its submission on', async () => {
    const { ingrid } = people
    const id = await submitted(ingrid)
    const rows = unscopedPrisma()
    const change = (data: object) => rows.documentVersion.updateMany({ where: { documentId: id }, data })
    await expect(change({ body: 'other words' })).rejects.toThrow(/immutable/)
    await expect(change({ releasedById: ingrid.membershipId })).rejects.toThrow(/released_by_other/)
    await expect(rows.documentVersion.deleteMany({ where: { documentId: id } })).rejects.toThrow(
      /never deleted/,
    )
    const withFile = await noteForLumen({ fileIds: [await upload(ingrid)] })
    const files = { where: { documentId: withFile } }
    await expect(rows.documentVersionFile.deleteMany(files)).rejects.toThrow(/immutable/)
    await expect(rows.event.deleteMany({ where: { subjectId: id } })).rejects.toThrow(/insert-only/)
  })
})

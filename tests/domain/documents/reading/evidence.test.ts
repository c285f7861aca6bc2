import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { recordDownload, recordOpening } from '#app/domain/documents/commands/read.server.ts'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { recordFileOpening } from '#app/domain/documents/reading/commands/open-file.server.ts'
import { evidenceAsCsv } from '#app/domain/documents/reading/export.server.ts'
import { getEvidence } from '#app/domain/documents/reading/queries/evidence.server.ts'
import { listRecorded } from '#app/domain/documents/reading/queries/recorded.server.ts'
import { pageRanges } from '#app/domain/documents/reading/ui/page-ranges.ts'
import { marksOf, spanOf } from '#app/domain/documents/reading/ui/picture.ts'
import { countQueries, prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, released, upload } from '../notes.ts'

useTestDatabase()
let world: World
let people: World['people']
let id: string
beforeAll(async () => {
  world = await createWorld()
  people = world.people
  const { ingrid, dev, lin, ana } = people
  const fileId = await upload(ingrid)
  const reach = { everyAccount: true, accountIds: [], functions: ['engineering', 'logistics'] as const }
  id = await released(ingrid, dev, { ...reach, functions: [...reach.functions], fileIds: [fileId] })
  for (const reader of [lin, ana]) await read(reader, fileId)
  const event = (await eventsOf(id)).find((each) => each.type === 'document.released')
  if (!event) throw new Error('it was released')
  const mail = await unscopedPrisma().mail.create({
    data: { to: 'x', template: 'x', language: 'zh', subject: 'x', html: '', text: '', sentAt: new Date() },
  })
  await unscopedPrisma().notification.createMany({
    data: [lin, ana].map((member) => ({
      membershipId: member.membershipId,
      eventId: event.id,
      type: event.type,
      subjectType: 'document',
      subjectId: id,
      payload: event.payload as object,
      mailId: member === lin ? mail.id : null,
    })),
  })
})

async function read(actor: Actor, fileId: string): Promise<void> {
  await as(actor, async () => {
    const { version, document, reading } = await getVersionPage(actor, id, null)
    await recordOpening(actor, { ...version, document }, reading)
    const found = await getDocumentFile(actor, id, fileId)
    await recordFileOpening(actor, { fileId, version: found.version })
    await recordDownload(actor, found.version, { ...found.file, firstByte: 0 })
  })
}

const evidenceFor = (actor: Actor) => as(actor, () => getEvidence(actor, id, null))

describe('evidence of a version', () => {
  test('says of everybody in the audience who was told, opened, looked into files and took them', async () => {
    const { rows } = await evidenceFor(people.ingrid)
    expect(rows.map((row) => row.name)).toEqual(['吴敏', '林晓'])
    const [wu, lin] = rows
    expect(wu).toMatchObject({
      notifiedAt: null,
      reading: null,
      takenAt: [],
      files: [],
      acknowledgedAt: null,
    })
    expect(lin).toMatchObject({ reading: { openCount: 1, downloadCount: 1 }, files: [{ name: 'motor.pdf' }] })
    expect(lin?.notifiedAt).toBeInstanceOf(Date)
    expect(lin?.mailedAt).toBeInstanceOf(Date)
    expect(lin?.takenAt).toHaveLength(1)
  })

  test('shows a restricted account to its team alone, the times of its notifications too', async () => {
    const names = async (actor: Actor) => (await evidenceFor(actor)).rows.map((row) => row.name)
    expect(await names(people.marcus)).toContain('Ana Lopes')
    expect(await names(people.ingrid)).not.toContain('Ana Lopes')
    const told = (actor: Actor) =>
      as(actor, () => prisma.$queryRaw<unknown[]>`SELECT * FROM app_document_notified(${id}::uuid)`)
    expect(await told(people.marcus)).toHaveLength(2)
    expect(await told(people.ingrid)).toHaveLength(1)
    for (const customer of [people.lin, people.wu, people.rui]) expect(await told(customer)).toEqual([])
  })

  test('is the supplier’s alone', async () => {
    await expect(evidenceFor(people.lin)).rejects.toThrow(Forbidden)
    await expect(evidenceFor(people.chen)).rejects.toThrow(NotFound)
    await expect(as(people.ingrid, () => getEvidence(people.ingrid, id, 7))).rejects.toThrow(NotFound)
    await expect(as(people.ingrid, () => getEvidence(people.ingrid, 'x', null))).rejects.toThrow(NotFound)
  })

  test('takes six statements', async () => {
    const { statements } = await countQueries(() => evidenceFor(people.marcus))
    expect(statements.length).toBeLessThanOrEqual(6)
  })

  test('as CSV has a line for each reader and no formula', async () => {
    const csv = evidenceAsCsv(people.ingrid, await evidenceFor(people.ingrid))
    expect(csv.startsWith('\uFEFF')).toBe(true)
    const lines = csv.slice(1).trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^Person,Organization,Told \(UTC\)/)
    expect(lines[2]).toMatch(/^林晓,.*,\d{4}-\d\d-\d\dT.*,1,0,.*,1,$/)
  })
})

describe('the picture', () => {
  test('places what happened between the release and now', async () => {
    const { rows, version } = await evidenceFor(people.ingrid)
    const now = new Date(Date.now() + 86_400_000)
    const span = spanOf(rows, version.releasedAt ?? now, now)
    const lin = rows.find((row) => row.name === '林晓')
    const marks = lin ? marksOf(lin, span) : []
    expect(marks.map((mark) => mark.kind)).toEqual(['notified', 'opened', 'taken'])
    for (const { at } of marks) expect(at >= 0 && at <= 100).toBe(true)
  })

  test('says pages as ranges', () => {
    expect(pageRanges([])).toBe('')
    expect(pageRanges([1, 2, 3, 5, 8, 9])).toBe('1–3, 5, 8–9')
  })
})

describe('what is recorded about oneself', () => {
  test('stands on one page for the reader, and nothing of others', async () => {
    const mine = (actor: Actor) => as(actor, () => listRecorded(actor))
    const { items } = await mine(people.lin)
    expect(items).toMatchObject([{ documentId: id, openCount: 1, downloadCount: 1, version: 1 }])
    expect(items[0]?.files).toMatchObject([{ name: 'motor.pdf', openCount: 1, downloadCount: 1 }])
    expect((await mine(people.wu)).items).toEqual([])
    expect((await mine(people.ingrid)).items).toEqual([])
  })

  test('stays known when the document is lost', async () => {
    const { lin } = people
    await unscopedPrisma().documentAudience.deleteMany({ where: { documentId: id } })
    const { items } = await as(lin, () => listRecorded(lin))
    expect(items).toMatchObject([{ number: '', title: '', openCount: 1 }])
  })
})

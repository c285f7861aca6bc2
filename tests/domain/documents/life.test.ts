import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { returnVersion, submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, eventTypes, note, release, released, submitted, upload } from './notes.ts'

useTestDatabase()
let world: World
let people: World['people']
beforeAll(async () => {
  ;({ people } = world = await createWorld())
})
const forLumen = () => ({ accountIds: [world.accounts.lumen], functions: ['engineering' as const] })

describe('a technical note', () => {
  test('begins as a draft with number, files, products and audience, and one event', async () => {
    const { ingrid } = people
    const file = await upload(ingrid)
    const input = note({ ...forLumen(), fileIds: [file], productIds: [world.product] })
    const { id } = await as(ingrid, () => createDocument(ingrid, input))
    const document = await as(ingrid, () => getDocument(ingrid, id))
    expect(document).toMatchObject({ number: 'TN-0001', status: 'draft', releasedVersionId: null })
    expect(document.versions).toMatchObject([{ version: 1, status: 'draft', authorId: ingrid.membershipId }])
    const rows = unscopedPrisma()
    expect(await rows.documentAudience.findMany({ where: { documentId: id } })).toMatchObject([
      { accountId: world.accounts.lumen, functions: ['engineering'] },
    ])
    expect(await rows.documentVersionFile.count({ where: { documentId: id, fileId: file } })).toBe(1)
    expect(await rows.documentProduct.count({ where: { documentId: id } })).toBe(1)
    const events = await eventsOf(id)
    expect(events).toMatchObject([
      {
        type: 'document.created',
        side: 'supplier',
        accountId: null,
        payload: { number: 'TN-0001', version: 1 },
      },
    ])
  })

  test('is written by engineering and quality of the supplier alone', async () => {
    for (const name of ['marcus', 'tomas', 'admin', 'lin', 'lumenAdmin'] as const) {
      await expect(as(people[name], (actor) => createDocument(actor, note()))).rejects.toThrow(Forbidden)
    }
    await expect(as(people.quinn, (actor) => createDocument(actor, note()))).resolves.toHaveProperty('number')
  })

  test("is not written for an account or about a product that is not the writer's", async () => {
    const { ingrid, dev } = people
    const aurora = { accountIds: [world.accounts.aurora], functions: ['engineering' as const] }
    await expect(as(ingrid, () => createDocument(ingrid, note(aurora)))).rejects.toThrow(Invalid)
    await expect(as(dev, () => createDocument(dev, note(aurora)))).resolves.toHaveProperty('number')
    const strange = note({ productIds: [crypto.randomUUID()] })
    await expect(as(ingrid, () => createDocument(ingrid, strange))).rejects.toThrow(Invalid)
    const foreign = note({ fileIds: [await upload(dev)] })
    await expect(as(ingrid, () => createDocument(ingrid, foreign))).rejects.toThrow(Invalid)
  })

  test('takes numbers without a gap, also when writing it fails', async () => {
    const { ingrid } = people
    const numberOf = async (id: string) => (await as(ingrid, () => getDocument(ingrid, id))).number
    const before = Number(
      (await numberOf((await as(ingrid, () => createDocument(ingrid, note()))).id)).slice(3),
    )
    const failing = note({ fileIds: [crypto.randomUUID()] })
    const several = await Promise.allSettled(
      [note(), failing, note(), failing, note()].map((input) =>
        as(ingrid, () => createDocument(ingrid, input)),
      ),
    )
    const ids = several.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []))
    const numbers = (await Promise.all(ids.map(numberOf))).map((number) => Number(number.slice(3)))
    expect(numbers.sort((a, b) => a - b)).toEqual([before + 1, before + 2, before + 3])
  })
})

describe('a draft', () => {
  test('is changed by its author, one window at a time', async () => {
    const { ingrid, dev } = people
    const file = await upload(ingrid)
    const { id } = await as(ingrid, () => createDocument(ingrid, note({ fileIds: [file] })))
    const seenAt = (await as(ingrid, () => getDocument(ingrid, id))).versions[0]?.updatedAt ?? new Date()
    const more = await upload(ingrid, 'second.pdf')
    const change = { ...note({ title: 'Changed', fileIds: [more, file], ...forLumen() }), seenAt }
    await as(ingrid, () => editDraft(ingrid, id, change))
    const again = as(ingrid, () => editDraft(ingrid, id, { ...change, title: 'Elsewhere' }))
    expect(await again).toMatchObject({ title: 'Changed' })
    await expect(as(dev, () => editDraft(dev, id, change))).rejects.toThrow(Forbidden)
    await expect(as(people.lin, (lin) => editDraft(lin, id, change))).rejects.toThrow(NotFound)
    expect((await as(dev, () => getDocument(dev, id))).title).toBe('Changed')
    const files = await unscopedPrisma().documentVersionFile.findMany({
      where: { documentId: id },
      orderBy: { position: 'asc' },
    })
    expect(files.map((each) => each.fileId)).toEqual([more, file])
    expect(await eventTypes(id)).toEqual(['created', 'edited'])
  })

  test('is submitted by its author, returned with a reason, and submitted again', async () => {
    const { ingrid, dev, marcus } = people
    const id = await submitted(ingrid)
    await expect(as(ingrid, () => submitVersion(ingrid, id))).rejects.toThrow(Conflict)
    await expect(as(marcus, () => returnVersion(marcus, id, 'no'))).rejects.toThrow(Forbidden)
    await as(dev, () => returnVersion(dev, id, 'The test conditions are missing.'))
    expect((await as(dev, () => getDocument(dev, id))).status).toBe('draft')
    await expect(as(dev, () => submitVersion(dev, id))).rejects.toThrow(Forbidden)
    await as(ingrid, () => submitVersion(ingrid, id))
    expect(await eventTypes(id)).toEqual(['created', 'submitted', 'returned', 'submitted'])
    expect((await eventsOf(id)).every((event) => event.side === 'supplier')).toBe(true)
  })
})

describe('a release', () => {
  test('is made by a colleague of engineering or quality, never by the author', async () => {
    const { ingrid, marcus, lin, quinn } = people
    const id = await submitted(ingrid, forLumen())
    await expect(release(ingrid, id)).rejects.toThrow(Forbidden)
    await expect(release(marcus, id)).rejects.toThrow(Forbidden)
    await expect(as(lin, () => releaseVersion(lin, id, { version: 1, seenAt: new Date() }))).rejects.toThrow(
      NotFound,
    )
    await release(quinn, id)
    const document = await as(ingrid, () => getDocument(ingrid, id))
    expect(document).toMatchObject({ status: 'released', releasedVersionId: document.versions[0]?.id })
    const event = (await eventsOf(id)).at(-1)
    expect(event).toMatchObject({ type: 'document.released', side: null, payload: { supersedes: null } })
  })

  test('supersedes the version before', async () => {
    const { ingrid, dev, quinn } = people
    const id = await released(ingrid, dev, forLumen())
    await as(dev, () => startVersion(dev, id))
    await expect(as(ingrid, () => startVersion(ingrid, id))).rejects.toThrow(Conflict)
    await as(dev, () => submitVersion(dev, id))
    await release(quinn, id)
    const document = await as(ingrid, () => getDocument(ingrid, id))
    expect(document.versions.map((each) => [each.version, each.status])).toEqual([
      [2, 'released'],
      [1, 'superseded'],
    ])
    expect((await eventsOf(id)).at(-1)?.payload).toMatchObject({ version: 2, supersedes: 1 })
  })

  test('happens once when two release at once', async () => {
    const { ingrid, dev, quinn } = people
    const id = await submitted(ingrid, forLumen())
    const both = await Promise.allSettled([release(dev, id), release(quinn, id)])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find((each) => each.status === 'rejected') as PromiseRejectedResult
    expect(String(refused.reason)).toMatch(/Conflict|nothing is submitted/)
    expect((await eventTypes(id)).filter((type) => type === 'released')).toHaveLength(1)
  })

  test('is refused for what was taken back and submitted anew in the meantime', async () => {
    const { ingrid, dev } = people
    const id = await submitted(ingrid, forLumen())
    const seenAt = (await as(dev, () => getDocument(dev, id))).versions[0]?.submittedAt ?? new Date()
    await as(ingrid, () => returnVersion(ingrid, id, 'A figure is wrong.'))
    await as(ingrid, () => submitVersion(ingrid, id))
    const stale = as(dev, () => releaseVersion(dev, id, { version: 1, seenAt }))
    await expect(stale).rejects.toMatchObject({ status: 409, messageKey: 'documents:error.submittedAnew' })
  })
})

describe('a withdrawal', () => {
  test('takes a version back with its reason', async () => {
    const { ingrid, dev, marcus } = people
    const id = await released(ingrid, dev, forLumen())
    const input = { version: 1, reason: 'The curve of the 11 kW motor is wrong.' }
    await expect(as(marcus, () => withdrawVersion(marcus, id, input))).rejects.toThrow(Forbidden)
    await as(dev, () => withdrawVersion(dev, id, input))
    expect((await as(dev, () => getDocument(dev, id))).status).toBe('withdrawn')
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      side: null,
      payload: { reason: input.reason, wasReleased: true },
    })
    await expect(as(dev, () => withdrawVersion(dev, id, input))).rejects.toThrow(Conflict)
  })

  test('of a further draft leaves the version in force', async () => {
    const { ingrid, dev } = people
    const id = await released(ingrid, dev, forLumen())
    await as(dev, () => startVersion(dev, id))
    await as(dev, () => withdrawVersion(dev, id, { version: 2, reason: 'Not needed.' }))
    const document = await as(dev, () => getDocument(dev, id))
    expect(document).toMatchObject({
      status: 'released',
      versions: [{ status: 'withdrawn' }, { status: 'released' }],
    })
    expect((await eventsOf(id)).at(-1)).toMatchObject({ side: 'supplier', payload: { wasReleased: false } })
  })
})

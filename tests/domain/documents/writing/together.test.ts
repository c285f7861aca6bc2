import { beforeAll, describe, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { documentAbilities } from '#app/domain/documents/policy.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { addAuthor, removeAuthor } from '#app/domain/documents/writing/commands/authors.server.ts'
import { autosaveDraft } from '#app/domain/documents/writing/commands/autosave.server.ts'
import { getAuthors } from '#app/domain/documents/writing/queries/authors.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventTypes, note, release } from '../notes.ts'

useTestDatabase()
let people: World['people']
beforeAll(async () => {
  people = (await createWorld()).people
})

const text = '# Losses\n\n120 W\n\n# Test\n\nIEC 60034-2-1'

/** A draft of Ingrid's that Dev writes with her. */
async function begun() {
  const { ingrid, dev } = people
  const { id } = await as(ingrid, () => createDocument(ingrid, note({ body: text })))
  await as(ingrid, () => addAuthor(ingrid, id, dev.membershipId))
  const { seenAt } = await as(dev, () => getDraft(dev, id))
  const bodyNow = async () => (await as(ingrid, () => getDraft(ingrid, id))).body
  return { id, seenAt, bodyNow, title: note().title }
}

describe('two authors of a draft', () => {
  test('change different sections: both changes are in it, and each learns of the other', async () => {
    const { ingrid, dev } = people
    const { id, seenAt, bodyNow, title } = await begun()
    const mine = text.replace('120', '118')
    expect(await as(ingrid, () => autosaveDraft(ingrid, id, { title, body: mine, seenAt }))).toEqual({
      savedAt: expect.any(Date),
      other: null,
    })
    const theirs = text.replace('2-1', '2-3')
    const merged = mine.replace('2-1', '2-3')
    expect(await as(dev, () => autosaveDraft(dev, id, { title, body: theirs, seenAt }))).toMatchObject({
      body: merged,
      other: { name: 'Ingrid Solberg' },
    })
    expect(await bodyNow()).toBe(merged)
    expect((await as(ingrid, () => getDraft(ingrid, id))).otherWriter).toMatchObject({ name: 'Dev Patel' })
    expect(await eventTypes(id)).toEqual(['created', 'authorAdded', 'edited', 'edited'])
  })

  test('change the same section: nothing is written until somebody has chosen', async () => {
    const { ingrid, dev } = people
    const { id, seenAt, bodyNow, title } = await begun()
    const theirs = text.replace('120', '118')
    await as(dev, () => autosaveDraft(dev, id, { title, body: theirs, seenAt }))
    const mine = note({ body: text.replace('120', '125').replace('2-1', '2-3') })
    const compared = await as(ingrid, () => editDraft(ingrid, id, { ...mine, seenAt }))
    expect(compared?.parts).toContainEqual({
      kind: 'conflict',
      base: '# Losses\n\n120 W',
      mine: '# Losses\n\n125 W',
      theirs: '# Losses\n\n118 W',
    })
    expect(await bodyNow()).toBe(theirs)
    const again = { ...mine, seenAt, comparedAt: compared?.comparedAt, choices: ['mine' as const] }
    expect(await as(ingrid, () => editDraft(ingrid, id, again))).toBeNull()
    expect(await bodyNow()).toBe(mine.body)
  })

  test('a text whose beginning nobody kept is refused, and nothing is written', async () => {
    const { ingrid } = people
    const { id, bodyNow, title } = await begun()
    const seenAt = new Date('2020-01-01')
    await expect(
      as(ingrid, () => autosaveDraft(ingrid, id, { title, body: 'other', seenAt })),
    ).rejects.toThrow(Conflict)
    expect(await bodyNow()).toBe(text)
  })
})

describe('a co-author', () => {
  test('writes and does not release; the database refuses it as well', async () => {
    const { ingrid, dev, quinn } = people
    const { id } = await begun()
    await expect(as(quinn, () => getDraft(quinn, id))).rejects.toThrow(Forbidden)
    await as(ingrid, () => submitVersion(ingrid, id))
    await expect(release(dev, id)).rejects.toThrow(Forbidden)
    const page = await as(dev, () => getVersionPage(dev, id, 1))
    expect(documentAbilities(dev, page).release).toBe(false)
    const past = unscopedPrisma().documentVersion.updateMany({
      where: { documentId: id },
      data: { status: 'released', releasedById: dev.membershipId, releasedAt: new Date() },
    })
    await expect(past).rejects.toThrow('co-author')
    await release(quinn, id)
  })

  test('is chosen by the author, among colleagues with a writing function', async () => {
    const { ingrid, dev, marcus, lin } = people
    const { id } = await begun()
    for (const nobody of [marcus, lin, ingrid]) {
      await expect(as(ingrid, () => addAuthor(ingrid, id, nobody.membershipId))).rejects.toThrow(Invalid)
    }
    await expect(as(dev, () => addAuthor(dev, id, dev.membershipId))).rejects.toThrow(Forbidden)
    const { authors, colleagues } = await as(ingrid, () => getAuthors(ingrid, id))
    expect(authors.map((each) => each.name)).toEqual(['Dev Patel'])
    expect(colleagues.map((each) => each.name)).toEqual(['Quinn Abbott'])
    await as(ingrid, () => removeAuthor(ingrid, id, dev.membershipId))
    await expect(as(dev, () => getDraft(dev, id))).rejects.toThrow(Forbidden)
  })
})

test('saves are neither changed nor, while the draft is under way, removed', async () => {
  const { ingrid } = people
  const { id, seenAt, title } = await begun()
  await as(ingrid, () => autosaveDraft(ingrid, id, { title, body: 'x', seenAt }))
  const where = { version: { documentId: id } }
  const saves = unscopedPrisma().documentDraftSave
  await expect(saves.updateMany({ where, data: { body: 'y' } })).rejects.toThrow('insert-only')
  await expect(saves.deleteMany({ where })).rejects.toThrow('insert-only')
})

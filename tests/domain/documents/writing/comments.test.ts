import { beforeAll, describe, expect, test } from 'vitest'
import { documentsAudience } from '#app/domain/documents/audience.server.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { getVersionPage } from '#app/domain/documents/queries/page.server.ts'
import { comment, resolveComment } from '#app/domain/documents/writing/commands/comment.server.ts'
import { getComments } from '#app/domain/documents/writing/comments/comments.server.ts'
import { placeOf, quoteOf } from '#app/domain/documents/writing/comments/place.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf, note, released } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const body = '# Losses\n\nCopper & iron.\n\n| a | b |\n| - | - |\n| 1 | 2 |'
const begun = async () => {
  const { ingrid } = world.people
  return (await as(ingrid, () => createDocument(ingrid, note({ body })))).id
}
const remark = (block: number, text: string) => ({ version: 1, block, body: text })

describe('a remark', () => {
  test('stands at its paragraph, with answers, and is open until somebody resolves it', async () => {
    const { ingrid, dev, tomas } = world.people
    const id = await begun()
    const first = await as(dev, () => comment(dev, id, remark(1, 'At which load?')))
    await as(tomas, () => comment(tomas, id, { ...remark(0, 'Full load?'), parentId: first }))
    const found = await as(ingrid, () => getComments(ingrid, id, null))
    expect(found.open).toBe(1)
    expect(found.blocks.map((each) => each.threads.length)).toEqual([0, 1, 0])
    expect(found.blocks[1]?.threads[0]).toMatchObject({
      quote: 'Copper & iron.',
      author: { name: 'Dev Patel' },
      replies: [{ body: 'Full load?', author: { name: 'Tomas Novak' } }],
    })
    expect((await as(ingrid, () => getVersionPage(ingrid, id, null))).version.openComments).toBe(1)
    await as(ingrid, () => resolveComment(ingrid, id, first))
    await expect(as(dev, () => resolveComment(dev, id, first))).rejects.toThrow(Conflict)
    expect((await as(ingrid, () => getComments(ingrid, id, 1))).open).toBe(0)
    const event = (await eventsOf(id)).at(-1)
    expect(event).toMatchObject({ type: 'document.commentResolved', side: 'supplier' })
    const told = await documentsAudience['document.commentResolved'](event as never, unscopedPrisma())
    expect(told.sort()).toEqual([ingrid, dev, tomas].map((each) => each.membershipId).sort())
  })

  test('follows its paragraph; when that changed it stands apart', async () => {
    const { ingrid, dev } = world.people
    const id = await begun()
    await as(dev, () => comment(dev, id, remark(1, 'At which load?')))
    const edit = async (text: string) => {
      const { seenAt } = await as(ingrid, () => getDraft(ingrid, id))
      await as(ingrid, () => editDraft(ingrid, id, { ...note({ body: text }), seenAt }))
      return as(ingrid, () => getComments(ingrid, id, null))
    }
    expect((await edit(`Before.\n\n${body}`)).blocks[2]?.threads).toHaveLength(1)
    const changed = await edit(body.replace('Copper', 'Stator'))
    expect(changed.blocks.flatMap((each) => each.threads)).toEqual([])
    expect(changed.lost).toMatchObject([{ quote: 'Copper & iron.' }])
  })

  test('is refused to customers, on a paragraph that is not there, and below another document', async () => {
    const { ingrid, dev, lin } = world.people
    const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
    const id = await released(ingrid, dev, { ...reach, body })
    await expect(as(lin, () => comment(lin, id, remark(0, 'x')))).rejects.toThrow(Forbidden)
    await expect(as(lin, () => getComments(lin, id, null))).rejects.toThrow(Forbidden)
    await expect(as(dev, () => comment(dev, id, remark(3, 'x')))).rejects.toThrow(Invalid)
    const other = await as(dev, async () => comment(dev, await begun(), remark(0, 'x')))
    const below = { ...remark(0, 'x'), parentId: other }
    await expect(as(dev, () => comment(dev, id, below))).rejects.toThrow(NotFound)
    await expect(as(dev, () => resolveComment(dev, id, other))).rejects.toThrow(NotFound)
    await as(dev, () => comment(dev, id, remark(0, 'kept')))
    expect((await as(lin, () => getVersionPage(lin, id, null))).version.openComments).toBe(0)
  })
})

test('the nearest of equal paragraphs is meant', () => {
  expect(placeOf({ block: 3, quote: 'a' }, ['a', 'b', 'a', 'c'])).toBe(2)
  expect(quoteOf('<p>a <em>b</em>\n&amp; c</p>')).toBe('a b & c')
})

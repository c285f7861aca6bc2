import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { referencesIn } from '#app/domain/consultations/talk/unfold/reference.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'

import { countQueries, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

useTestStorage()
const world = useWorld()
let records: Records
let id: string
/** The number under which a record is known. */
let numbers: Record<'forLumen' | 'forAurora' | 'draft' | 'auroraThread' | 'draftCase' | 'sharedCase', string>

const view = (actor: Actor, thread = id) =>
  as(actor, async () => viewThread(actor, await getThread(actor, thread)))
const say = (actor: Actor, body: string) =>
  as(actor, () => postMessage(actor, id, { lane: 'shared', body, fileIds: [] }))
const named = async (actor: Actor) =>
  (await view(actor)).messages.at(-1)?.named.map(({ number, title, status }) => [number, title, status])

beforeAll(async () => {
  records = await createRecords(world)
  const database = unscopedPrisma()
  const padded = (prefix: string, { number }: { number: number }) =>
    `${prefix}-${String(number).padStart(4, '0')}`
  const note = async (which: string) =>
    padded('TN', await database.document.findUniqueOrThrow({ where: { id: which } }))
  const comparison = async (which: string) =>
    padded('CC', await database.comparison.findUniqueOrThrow({ where: { id: which } }))
  numbers = {
    forLumen: await note(records.documents.lumenEngineers),
    forAurora: await note(records.documents.auroraEngineers),
    draft: await note(records.documents.draft),
    auroraThread: padded(
      'C',
      await database.consultation.findUniqueOrThrow({ where: { id: records.consultations.aurora } }),
    ),
    draftCase: await comparison(records.comparisons.draft),
    sharedCase: await comparison(records.comparisons.shared),
  }
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('what a text names', () => {
  const origin = 'https://portal.example'
  const uuid = '0193d0c0-0000-7000-8000-000000000001'
  test.each([
    ['see TN-0001 and C-0012, CC-0003', ['technical_note-1', 'consultation-12', 'comparison-3']],
    ['[[TN-0001@2]]', ['technical_note-1']],
    ['见TN-0001。', []],
    ['见 TN-0001。', ['technical_note-1']],
    ['LX-0110 and CMD-110-4 and TN-0001-A', []],
    ['`TN-0001`', []],
    [`${origin}/documents/${uuid}`, [uuid]],
    [`[here](/consultations/${uuid}#m-1)`, [uuid]],
    [`https://elsewhere.example/documents/${uuid}`, []],
    [`https://elsewhere.example/?u=${origin}/documents/${uuid}`, []],
    ['TN-0000', []],
  ])('%j', (text, keys) => {
    const found = referencesIn(text, origin)
    expect(
      found.map((each) => ('id' in each ? each.id : `${each.series ?? each.kind}-${each.number}`)),
    ).toEqual(keys)
  })
})

describe('a record that a message names', () => {
  test('has its title and state for whoever may see it, and is a plain number for the others', async () => {
    const { dev, ingrid, lin, wu } = world.people
    const all = Object.values(numbers).join(', ')
    await say(dev, `Compare ${all}`)
    // Dev is on the team of the restricted account and sees all of them; Ingrid is not.
    expect((await named(dev))?.map(([number]) => number)).toEqual(Object.values(numbers))
    expect((await named(ingrid))?.map(([number]) => number)).toEqual(
      Object.values(numbers).filter((each) => each !== numbers.auroraThread),
    )
    expect(await named(lin)).toEqual([
      [numbers.forLumen, 'For Lumen', 'Released'],
      [numbers.sharedCase, 'Drive', 'Shared'],
    ])
    // Logistics is in no audience, and prices are not for the whole house.
    expect(await named(wu)).toEqual([])
    const seen = JSON.stringify(await view(wu))
    expect(seen).toContain(numbers.forLumen)
    for (const title of ['For Lumen', 'For Aurora']) expect(seen).not.toContain(title)
    const html = (await view(lin)).messages.at(-1)?.html ?? ''
    expect(html).toContain(
      `<a href="/documents/${records.documents.lumenEngineers}" title="For Lumen">${numbers.forLumen}</a>`,
    )
    expect(html).not.toContain(records.documents.draft)
  })

  test('is found by its address in this instance, which becomes its number; other sites stay as they are', async () => {
    const { dev, lin } = world.people
    const { publicUrl } = environment()
    const address = `${publicUrl}/documents/${records.documents.lumenEngineers}`
    const hidden = `${publicUrl}/consultations/${records.consultations.aurora}`
    await say(dev, `${address} ${hidden} https://elsewhere.example/documents/1`)
    expect((await named(lin))?.map(([number]) => number)).toEqual([numbers.forLumen])
    const html = (await view(lin)).messages.at(-1)?.html ?? ''
    expect(html).toContain(`>${numbers.forLumen}</a>`)
    expect(html).toContain(`>${hidden}</a>`)
    expect(html).toContain('>https://elsewhere.example/documents/1</a>')
  })

  test('that a message cites is told by the citation alone', async () => {
    const { ingrid, lin, wu } = world.people
    await say(ingrid, `As [[${numbers.forLumen}@1]] says, and \`[[code]]\``)
    expect(await named(lin)).toEqual([])
    const { citations, html } = (await view(lin)).messages.at(-1) ?? {}
    expect(citations).toHaveLength(1)
    // The brackets are for whoever types; readers see a number, linked for those who may see what it names.
    expect(html).toContain(`title="For Lumen">${numbers.forLumen}</a> says, and <code>[[code]]</code>`)
    expect((await view(wu)).messages.at(-1)?.html).toContain(`As ${numbers.forLumen} says`)
  })

  test('takes one statement for the page, together with the document that was asked about', async () => {
    const { ingrid, lin } = world.people
    const asked = await ask(lin, world.accounts.lumen, { documentId: records.documents.lumenEngineers })
    const { messages, ...thread } = await as(ingrid, () => getThread(ingrid, asked))
    const count = async (more: string) => {
      const many = messages.flatMap((each) => Array.from({ length: 20 }, () => ({ ...each, body: more })))
      const read = () => viewThread(ingrid, { ...thread, messages: many })
      const { statements } = await countQueries(() => as(ingrid, read))
      return statements.length
    }
    const without = await count('Nothing')
    expect(await count(`See ${numbers.forLumen}, ${numbers.sharedCase} and ${numbers.auroraThread}`)).toBe(
      without,
    )
    expect((await view(lin, asked)).document?.title).toBe(`${numbers.forLumen} For Lumen`)
  })
})

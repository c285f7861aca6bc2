import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { getWordings } from '#app/domain/consultations/talk/queries/wordings.server.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

const world = useWorld()
let id: string

const post = (actor: Actor, body: string, lane: MessageLane = 'shared') =>
  as(actor, () => postMessage(actor, id, { lane, body, fileIds: [] }))
const edit = (actor: Actor, messageId: string, body: string, edits = 0) =>
  as(actor, () => editMessage(actor, { consultationId: id, messageId }, { body, edits }))
const wordings = async (actor: Actor, messageId: string) => {
  const found = await as(actor, () => getWordings(actor, { consultationId: id, messageId }))
  return found.wordings.map(({ html }) => html.replace(/<\/?p>/g, ''))
}

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('an own message is worded anew', () => {
  test('the present words are read, found and told; the former ones stay and are read by whoever reads the message', async () => {
    const { ingrid, lin } = world.people
    const messageId = await post(ingrid, 'The flywheel is at fault')
    await edit(ingrid, messageId, 'The gearbox is at fault')
    await edit(ingrid, messageId, 'The **gearbox** is at fault, not the fan', 1)
    const shown = (await as(lin, () => getThread(lin, id))).messages.at(-1)
    expect(shown).toMatchObject({ body: 'The **gearbox** is at fault, not the fan', edits: 2 })
    expect(shown?.editedAt).toBeInstanceOf(Date)
    expect(await wordings(lin, messageId)).toEqual([
      'The <strong>gearbox</strong> is at fault, not the fan',
      'The gearbox is at fault',
      'The flywheel is at fault',
    ])
    const found = async (text: string) =>
      (await as(lin, () => search(lin, { text, kind: 'message', limit: 8 }))).groups.length
    expect([await found('gearbox'), await found('flywheel')]).toEqual([1, 0])
    expect((await eventsOf(id)).slice(-2)).toEqual(['messageEdited', 'messageEdited'])
  })

  test('the thread stays where it is in the lists', async () => {
    const { ingrid } = world.people
    const messageId = await post(ingrid, 'Ten')
    const before = await stored(id)
    await edit(ingrid, messageId, 'Eleven')
    expect((await stored(id)).lastActivityAt).toEqual(before.lastActivityAt)
  })

  test('what it cited and still cites stays; the rest goes, and what is new comes', async () => {
    const { ingrid } = world.people
    const note = async (number: number) => {
      const { halden } = world.organizations
      const of = { organizationId: halden, language: 'en', title: 'Note' }
      const { id: documentId } = await unscopedPrisma().document.create({
        data: { ...of, kind: 'technical_note', number, ownerId: ingrid.membershipId },
      })
      await unscopedPrisma().documentVersion.create({
        data: { ...of, documentId, version: 1, body: 'x', authorId: ingrid.membershipId },
      })
    }
    for (const number of [901, 902, 903]) await note(number)
    const messageId = await post(ingrid, 'See [[TN-0901]] and [[TN-0902]]')
    const cited = async () =>
      unscopedPrisma().citation.findMany({
        where: { messageId },
        select: { id: true, citedDocument: { select: { number: true } } },
        orderBy: { citedDocument: { number: 'asc' } },
      })
    const [first] = await cited()
    await edit(ingrid, messageId, 'See [[TN-0901]] and [[TN-0903]]')
    const after = await cited()
    expect(after.map(({ citedDocument }) => citedDocument.number)).toEqual([901, 903])
    expect(after[0]?.id).toBe(first?.id)
  })

  test('a note keeps its lane: its wordings and its event are its side’s alone', async () => {
    const { chen, lin, ingrid } = world.people
    const messageId = await post(chen, 'Our limit is 40', 'private')
    await edit(chen, messageId, 'Our limit is 45')
    expect(await wordings(lin, messageId)).toEqual(['Our limit is 45', 'Our limit is 40'])
    await expect(wordings(ingrid, messageId)).rejects.toThrow(NotFound)
    const raw = await as(ingrid, () => prisma.messageWording.findMany({ where: { messageId } }))
    expect(raw).toEqual([])
    const events = await as(ingrid, () => prisma.event.findMany({ where: { subjectId: id } }))
    expect(JSON.stringify(events)).not.toContain(messageId)
  })
})

describe('refused is', () => {
  test('who did not write it, and who does not see it', async () => {
    const { ingrid, dev, lin, rui } = world.people
    const messageId = await post(ingrid, 'Mine')
    for (const other of [dev, lin]) await expect(edit(other, messageId, 'Yours')).rejects.toThrow(Forbidden)
    await expect(edit(rui, messageId, 'Yours')).rejects.toThrow(NotFound)
    const note = await post(ingrid, 'Margin', 'internal')
    await expect(edit(lin, note, 'x')).rejects.toThrow(NotFound)
    // Past the scopes, and in one's own name: not somebody else's words.
    const change = (actor: Actor) =>
      as(actor, () =>
        prisma.message.updateMany({
          where: { id: messageId },
          data: { body: 'x', edits: 1, editedAt: new Date() },
        }),
      )
    await expect(change(lin)).rejects.toThrow(/row-level security/)
    expect((await change(rui)).count).toBe(0)
  })

  test('a message by the address of another thread', async () => {
    const { ingrid, lin } = world.people
    const messageId = await post(ingrid, 'Here')
    const other = await ask(lin, world.accounts.lumen)
    const place = { consultationId: other, messageId }
    await expect(as(ingrid, () => editMessage(ingrid, place, { body: 'x', edits: 0 }))).rejects.toThrow(
      NotFound,
    )
  })

  test('of two edits at once the second, and an edit that changes nothing', async () => {
    const { ingrid } = world.people
    const messageId = await post(ingrid, 'One')
    const both = await Promise.allSettled([edit(ingrid, messageId, 'Two'), edit(ingrid, messageId, 'Three')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const late = both.find((each) => each.status === 'rejected') as PromiseRejectedResult
    expect(late.reason).toMatchObject({ messageKey: 'talk:error.editedMeanwhile' })
    expect(await wordings(ingrid, messageId)).toHaveLength(2)
    const { body } = await unscopedPrisma().message.findUniqueOrThrow({ where: { id: messageId } })
    await expect(edit(ingrid, messageId, body, 1)).rejects.toMatchObject({
      field: 'body',
      messageKey: 'talk:error.sameWords',
    })
  })

  test('once the account is closed, and for whoever left it', async () => {
    const { dev, rui } = world.people
    const aurora = await ask(rui, world.accounts.aurora)
    const of = { lane: 'shared' as const, body: 'Dev here', fileIds: [] }
    const messageId = await as(dev, () => postMessage(dev, aurora, of))
    const place = { consultationId: aurora, messageId }
    const again = () => as(dev, () => editMessage(dev, place, { body: 'x', edits: 0 }))
    const where = { accountId: world.accounts.aurora, membershipId: dev.membershipId }
    await unscopedPrisma().teamMember.deleteMany({ where })
    await expect(again()).rejects.toThrow(NotFound)
    await unscopedPrisma().teamMember.create({ data: where })
    const close = (closedAt: Date | null) =>
      unscopedPrisma().account.update({ where: { id: world.accounts.aurora }, data: { closedAt } })
    await close(new Date())
    await expect(again()).rejects.toThrow(Forbidden)
    await close(null)
    await again()
  })

  test('the database keeps former wordings from everybody', async () => {
    const { ingrid } = world.people
    const messageId = await post(ingrid, 'Kept')
    await edit(ingrid, messageId, 'Changed')
    const { messageWording, message } = unscopedPrisma()
    await expect(messageWording.deleteMany({ where: { messageId } })).rejects.toThrow(/insert-only/)
    const silent = message.updateMany({ where: { id: messageId }, data: { body: 'Silently' } })
    await expect(silent).rejects.toThrow(/insert-only/)
    const forged = { messageId, edit: 7, consultationId: id, accountId: world.accounts.lumen }
    const insert = as(ingrid, () =>
      prisma.messageWording.create({
        data: { ...forged, lane: 'shared', body: 'x', language: 'en', writtenAt: new Date() },
      }),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
  })
})

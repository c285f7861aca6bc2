import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { namesMentioned } from '#app/domain/consultations/talk/mention.ts'
import { listReaders } from '#app/domain/consultations/talk/queries/readers.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { tasks } from '#app/jobs.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

const world = useWorld()
let id: string

const post = (actor: Actor, body: string, lane: MessageLane = 'shared', more: object = {}) =>
  as(actor, () => postMessage(actor, id, { lane, body, fileIds: [], ...more }))
const mentioned = async (messageId: string) => {
  const rows = await unscopedPrisma().messageMention.findMany({
    where: { messageId },
    select: { member: { select: { name: true } } },
  })
  return rows.map(({ member }) => member.name).sort()
}
/** Runs what the events of the thread set off, and tells whose bell rang for the message, with what. */
async function rung(messageId: string) {
  const events = await unscopedPrisma().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  for (const { id: eventId } of events) await tasks.react?.({ eventId })
  const rows = await unscopedPrisma().notification.findMany({ orderBy: { id: 'asc' } })
  const names = new Map(Object.values(world.people).map((each) => [each.membershipId, each.name]))
  return rows
    .filter(({ payload }) => (payload as { messageId?: string }).messageId === messageId)
    .map(({ membershipId, type }) => `${names.get(membershipId)} ${type.replace('consultation.', '')}`)
    .sort()
}

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('an @ before a name', () => {
  const names = ['Ingrid Solberg', 'Ingrid', '林晓', 'Dev Patel']
  test.each([
    ['@Ingrid Solberg, please', ['Ingrid Solberg']],
    ['@Ingrid please', ['Ingrid']],
    ['@Ingridson', []],
    ['请@林晓看一下', []],
    ['请 @林晓看一下', ['林晓']],
    ['mail@Dev Patel', []],
    ['`@Dev Patel`', []],
    ['```\n@Dev Patel\n```', []],
    ['> @Dev Patel said so', []],
    ['(@Dev Patel)', ['Dev Patel']],
    ['@dev patel', []],
    ['@', []],
  ])('%j', (text, expected) => {
    expect([...namesMentioned(text, names)]).toEqual(expected)
  })
})

describe('who is mentioned', () => {
  test('is told once, with the reason, besides those who take part; the name is marked in the text', async () => {
    const { ingrid, lin } = world.people
    const messageId = await post(ingrid, 'Can @陈伟 look at **this**? @林晓 knows.')
    expect(await mentioned(messageId)).toEqual(['林晓', '陈伟'])
    expect(await rung(messageId)).toEqual(['林晓 messagePosted', '陈伟 messagePosted'])
    const view = await as(lin, async () => viewThread(lin, await getThread(lin, id)))
    const html = view.messages.at(-1)?.html
    expect(html).toContain('<span class="ui-mention">@陈伟</span>')
    expect(html).toContain('<span class="ui-mention" data-me="">@林晓</span>')
  })

  test('is not told again when the message is edited, but whoever comes in is', async () => {
    const { ingrid } = world.people
    const messageId = await post(ingrid, '@Quinn Abbott, is this the lot?', 'internal')
    const edit = (body: string, edits: number) =>
      as(ingrid, () => editMessage(ingrid, { consultationId: id, messageId }, { body, edits }))
    await edit('Is this the lot?', 0)
    await edit('@Quinn Abbott and @Tomas Novak: is this the lot?', 1)
    expect(await mentioned(messageId)).toEqual(['Quinn Abbott', 'Tomas Novak'])
    expect(await rung(messageId)).toEqual(['Quinn Abbott internalNotePosted', 'Tomas Novak messageEdited'])
  })

  test('is not told any more once access was lost', async () => {
    const { ingrid, wu } = world.people
    const messageId = await post(ingrid, '@吴敏 please confirm')
    await unscopedPrisma().membership.update({
      where: { id: wu.membershipId },
      data: { deactivatedAt: new Date() },
    })
    expect(await rung(messageId)).toEqual(['林晓 messagePosted'])
    await expect(post(ingrid, '@吴敏 are you there?')).rejects.toThrow(Invalid)
    await unscopedPrisma().membership.update({
      where: { id: wu.membershipId },
      data: { deactivatedAt: null },
    })
  })
})

describe('nobody is mentioned who does not read the lane', () => {
  test('the other side in a note, somebody of another account, somebody outside the team of a restricted account', async () => {
    const { ingrid, dev, chen, rui } = world.people
    const count = () => unscopedPrisma().message.count({ where: { consultationId: id } })
    const before = await count()
    for (const attempt of [
      () => post(ingrid, 'Do not tell @林晓', 'internal'),
      () => post(chen, '@Ingrid Solberg asks too much', 'private'),
      () => post(dev, '@Rui Tavares has the same'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ field: 'body', messageKey: 'talk:error.cannotRead' })
    }
    expect(await count()).toBe(before)
    const restricted = await ask(rui, world.accounts.aurora)
    const there = (body: string) =>
      as(rui, () => postMessage(rui, restricted, { lane: 'shared', body, fileIds: [] }))
    await expect(there('@Ingrid Solberg, you know this')).rejects.toMatchObject({
      values: { name: 'Ingrid Solberg' },
    })
    await there('@Dev Patel, you know this')
  })

  test('a name that the writer does not know is plain text, and so is an @ that comes by mail', async () => {
    const { lin, chen } = world.people
    expect(await mentioned(await post(lin, 'Is @Rui Tavares with you?'))).toEqual([])
    const byMail = await post(chen, '@Ingrid Solberg wrote yesterday', 'private', { isFromMail: true })
    expect(await mentioned(byMail)).toEqual([])
  })

  test('nor past the scopes: row-level security keeps rows of other lanes, accounts and authors out', async () => {
    const { ingrid, lin, dev, rui } = world.people
    const messageId = await post(ingrid, 'Margin', 'internal')
    const row = { messageId, consultationId: id, accountId: world.accounts.lumen, lane: 'internal' as const }
    const insert = (actor: Actor, membershipId: string) =>
      as(actor, () => prisma.messageMention.create({ data: { ...row, membershipId } }))
    await expect(insert(ingrid, lin.membershipId)).rejects.toThrow(/row-level security/)
    await expect(insert(ingrid, rui.membershipId)).rejects.toThrow(/row-level security/)
    await expect(insert(dev, ingrid.membershipId)).rejects.toThrow(/row-level security/)
    await insert(ingrid, dev.membershipId)
    expect(await as(lin, () => prisma.messageMention.findMany({ where: { messageId } }))).toEqual([])
  })

  test('the list offers the people of the lane, the team first, and nobody else', async () => {
    const { ingrid, lin, rui, dev } = world.people
    const offered = async (actor: Actor, lane: MessageLane, thread = id) =>
      (await as(actor, () => listReaders(actor, thread, lane))).map(({ name }) => name)
    expect((await offered(lin, 'private')).sort()).toEqual(['吴敏', '陈伟', '黄海'].sort())
    expect(await offered(dev, 'internal')).toEqual([
      ...['Ingrid Solberg', 'Marcus Reed', 'Tomas Novak'],
      ...['Avery Cole', 'Quinn Abbott'],
    ])
    expect(await offered(ingrid, 'shared')).toHaveLength(9)
    await expect(offered(lin, 'internal')).rejects.toThrow(Forbidden)
    await expect(offered(rui, 'shared')).rejects.toThrow(NotFound)
    const restricted = await ask(rui, world.accounts.aurora)
    expect(await offered(dev, 'internal', restricted)).toEqual(['Marcus Reed'])
    expect(await offered(rui, 'shared', restricted)).not.toContain('Ingrid Solberg')
  })
})

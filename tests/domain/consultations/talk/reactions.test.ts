import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { react } from '#app/domain/consultations/talk/commands/react.server.ts'
import type { ReactionKind } from '#app/domain/consultations/talk/reaction.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { tasks } from '#app/jobs.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'

const world = useWorld()
let id: string

const post = (actor: Actor, body: string, lane: MessageLane = 'shared') =>
  as(actor, () => postMessage(actor, id, { lane, body, fileIds: [] }))
const give = (actor: Actor, messageId: string, kind: ReactionKind, isOn = true) =>
  as(actor, () => react(actor, { consultationId: id, messageId }, { kind, isOn }))
const shown = async (actor: Actor, messageId: string) => {
  const view = await as(actor, async () => viewThread(actor, await getThread(actor, id)))
  return view.messages.find((each) => each.id === messageId)?.reactions
}
/** The bells of a member, after all that happened in the thread. */
async function bellsOf(actor: Actor) {
  const events = await unscopedPrisma().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  for (const { id: eventId } of events) await tasks.react?.({ eventId })
  const rows = await unscopedPrisma().notification.findMany({ where: { membershipId: actor.membershipId } })
  return rows.map(({ type }) => type.replace('consultation.', ''))
}

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('a reaction', () => {
  test('is counted once for each member and kind, with its name, and is taken back', async () => {
    const { ingrid, lin, chen } = world.people
    const messageId = await post(ingrid, 'Tighten to 2.4 Nm')
    await give(lin, messageId, 'helpful')
    await give(lin, messageId, 'helpful')
    await give(chen, messageId, 'helpful')
    await give(chen, messageId, 'same_here')
    expect(await shown(lin, messageId)).toEqual([
      { kind: 'helpful', count: 2, names: ['林晓', '陈伟'], isMine: true },
      { kind: 'same_here', count: 1, names: ['陈伟'], isMine: false },
    ])
    await give(lin, messageId, 'helpful', false)
    await give(lin, messageId, 'helpful', false)
    expect((await shown(lin, messageId))?.[0]).toMatchObject({ count: 1, isMine: false })
    expect((await eventsOf(id)).filter((type) => /react/.test(type))).toEqual([
      ...['reacted', 'reacted', 'reacted', 'reactionTakenBack'],
    ])
  })

  test('rings once for a message, whatever is given and taken back, and comes in no mail', async () => {
    const { dev, lin, chen, wu } = world.people
    const messageId = await post(dev, 'I have measured it')
    await Promise.all([lin, chen, wu].map((each) => give(each, messageId, 'helpful')))
    await give(lin, messageId, 'helpful', false)
    await give(lin, messageId, 'helpful')
    expect((await bellsOf(dev)).filter((type) => type === 'reacted')).toEqual(['reacted'])
    await unscopedPrisma().notification.deleteMany({
      where: { membershipId: dev.membershipId, type: { not: 'consultation.reacted' } },
    })
    await sendDigest({ membershipId: dev.membershipId })
    expect(await unscopedPrisma().mail.count({ where: { userId: dev.userId } })).toBe(0)
  })

  test('“same here” follows the thread: the answer is told, until it is taken back', async () => {
    const { ingrid, lin, wu, lumenAdmin } = world.people
    const question = await post(lin, 'It also trips at 38 °C')
    await give(wu, question, 'same_here')
    await give(lumenAdmin, question, 'same_here')
    await give(lumenAdmin, question, 'same_here', false)
    await as(ingrid, () => answerConsultation(ingrid, id, { body: 'Fan', fileIds: [] }))
    expect(await bellsOf(wu)).toContain('answered')
    expect(await bellsOf(lumenAdmin)).not.toContain('answered')
  })
})

describe('lanes', () => {
  test('a reaction to a note is its side’s alone, and makes nobody hear of the other lane', async () => {
    const { ingrid, dev, lin } = world.people
    const note = await post(ingrid, 'Margin is thin', 'internal')
    await give(dev, note, 'helpful')
    expect((await shown(ingrid, note))?.[0]?.count).toBe(1)
    expect(await shown(lin, note)).toBeUndefined()
    const raw = await as(lin, () => prisma.messageReaction.findMany({ where: { messageId: note } }))
    expect(raw).toEqual([])
    const events = await as(lin, () => prisma.event.findMany({ where: { subjectId: id } }))
    expect(JSON.stringify(events)).not.toContain(note)
    await expect(give(lin, note, 'helpful')).rejects.toThrow(NotFound)
  })
})

describe('refused is', () => {
  test('one’s own words, another account, a closed account, whoever left the team', async () => {
    const { ingrid, rui, dev } = world.people
    const own = await post(ingrid, 'Mine')
    await expect(give(ingrid, own, 'helpful')).rejects.toThrow(Forbidden)
    await expect(give(rui, own, 'helpful')).rejects.toThrow(NotFound)
    const aurora = await ask(rui, world.accounts.aurora)
    const { messages } = await as(rui, () => getThread(rui, aurora))
    const place = { consultationId: aurora, messageId: messages[0]?.id ?? '' }
    const there = (actor: Actor) => as(actor, () => react(actor, place, { kind: 'helpful', isOn: true }))
    await expect(there(ingrid)).rejects.toThrow(NotFound)
    const close = (closedAt: Date | null) =>
      unscopedPrisma().account.update({ where: { id: world.accounts.aurora }, data: { closedAt } })
    await close(new Date())
    await expect(there(dev)).rejects.toThrow(Forbidden)
    await close(null)
    await there(dev)
  })

  test('past the scopes: in another’s name, for another’s lane, or taking back what another gave', async () => {
    const { ingrid, lin, chen } = world.people
    const messageId = await post(ingrid, 'Once more')
    const row = { messageId, consultationId: id, accountId: world.accounts.lumen, kind: 'helpful' as const }
    const insert = (actor: Actor, more: { membershipId: string; lane: MessageLane }) =>
      as(actor, () => prisma.messageReaction.create({ data: { ...row, ...more } }))
    const forged = insert(lin, { membershipId: chen.membershipId, lane: 'shared' })
    await expect(forged).rejects.toThrow(/row-level security/)
    const own = insert(ingrid, { membershipId: ingrid.membershipId, lane: 'shared' })
    await expect(own).rejects.toThrow(/row-level security/)
    await insert(lin, { membershipId: lin.membershipId, lane: 'shared' })
    const taken = await as(chen, () => prisma.messageReaction.deleteMany({ where: { messageId } }))
    expect(taken.count).toBe(0)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from './support.ts'

useTestDatabase()
let world: World

beforeAll(async () => {
  world = await createWorld()
})

const answer = (actor: Actor, id: string, body: string, replaces?: string) =>
  as(actor, () => answerConsultation(actor, id, { body, fileIds: [], replaces }))
const accept = (actor: Actor, id: string, messageId: string) =>
  as(actor, () => acceptAnswer(actor, id, { messageId }))
const reopen = (actor: Actor, id: string) => as(actor, () => reopenConsultation(actor, id, 'Still trips'))
const assign = (actor: Actor, id: string, assigneeId: string, previousId?: string) =>
  as(actor, () => assignConsultation(actor, id, { assigneeId, previousId }))

describe('answer, accept, reopen', () => {
  test('the whole way, and again', async () => {
    const { lin, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    const first = await answer(ingrid, id, 'Update to 2.4')
    expect(await stored(id)).toMatchObject({ status: 'answered', answerMessageId: first })
    await accept(lin, id, first)
    expect(await stored(id)).toMatchObject({ status: 'accepted', acceptedMessageId: first })
    await reopen(lin, id)
    expect(await stored(id)).toMatchObject({
      status: 'reopened',
      answerMessageId: null,
      acceptedMessageId: null,
    })
    const second = await answer(ingrid, id, 'Change the fan')
    await accept(lin, id, second)
    expect(await eventsOf(id)).toEqual(['asked', 'answered', 'accepted', 'reopened', 'answered', 'accepted'])
    const thread = await as(lin, () => getThread(lin, id))
    expect(thread.messages.map((message) => message.body)).toContain('Still trips')
  })

  test('a message after the answer does not reopen', async () => {
    const { lin, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await answer(ingrid, id, 'Yes')
    await as(lin, () => postMessage(lin, id, { lane: 'shared', body: 'Thank you', fileIds: [] }))
    expect((await stored(id)).status).toBe('answered')
  })

  test('a message that is there already becomes the answer; a note or a customer message cannot', async () => {
    const { lin, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    const post = (actor: Actor, lane: 'shared' | 'internal') =>
      as(actor, () => postMessage(actor, id, { lane, body: 'Set P12 to 40', fileIds: [] }))
    const mark = (messageId: string) =>
      as(ingrid, () => answerConsultation(ingrid, id, { messageId, fileIds: [] }))
    await expect(mark(await post(ingrid, 'internal'))).rejects.toThrow(NotFound)
    await expect(mark(await post(lin, 'shared'))).rejects.toThrow(NotFound)
    const messageId = await post(ingrid, 'shared')
    await mark(messageId)
    expect(await stored(id)).toMatchObject({ status: 'answered', answerMessageId: messageId })
  })

  test('of two who answer at once one is told; who saw the answer may replace it', async () => {
    const { lin, ingrid, tomas } = world.people
    const id = await ask(lin, world.accounts.lumen)
    const results = await Promise.allSettled([answer(ingrid, id, 'First'), answer(tomas, id, 'Second')])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Conflict)
    expect(await unscopedPrisma().message.count({ where: { consultationId: id } })).toBe(2)
    const present = (await stored(id)).answerMessageId ?? ''
    const better = await answer(tomas, id, 'Better', present)
    await expect(accept(lin, id, present)).rejects.toThrow('otherAnswer')
    await accept(lin, id, better)
    await expect(answer(ingrid, id, 'Too late', better)).rejects.toThrow(Conflict)
  })

  test('accepting and reopening are for the asker and colleagues of the function', async () => {
    const { lin, chen, wu, ingrid, rui } = world.people
    const id = await ask(wu, world.accounts.lumen)
    const messageId = await answer(ingrid, id, 'Yes')
    for (const member of [chen, ingrid])
      await expect(accept(member, id, messageId)).rejects.toThrow(Forbidden)
    await expect(accept(rui, id, messageId)).rejects.toThrow(NotFound)
    await accept(lin, id, messageId)
    await expect(accept(wu, id, messageId)).rejects.toThrow(Conflict)
    await expect(reopen(chen, id)).rejects.toThrow(Forbidden)
    await reopen(wu, id)
    await expect(reopen(wu, id)).rejects.toThrow(Conflict)
    await expect(answer(lin, id, 'Mine')).rejects.toThrow(Forbidden)
  })
})

describe('assigning', () => {
  test('new becomes assigned; two at once: one is told; customers cannot', async () => {
    const { wu, quinn, tomas, ingrid, marcus, admin } = world.people
    const id = await ask(wu, world.accounts.lumen, { function: 'quality' })
    await expect(assign(wu, id, quinn.membershipId)).rejects.toThrow(Forbidden)
    const results = await Promise.allSettled([
      assign(quinn, id, quinn.membershipId),
      assign(tomas, id, tomas.membershipId),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { status, assigneeId } = await stored(id)
    expect(status).toBe('assigned')
    await assign(admin, id, ingrid.membershipId, assigneeId ?? '')
    await expect(assign(admin, id, marcus.membershipId, assigneeId ?? '')).rejects.toThrow(Conflict)
    await expect(assign(admin, id, ingrid.membershipId, ingrid.membershipId)).rejects.toThrow(Invalid)
    await answer(ingrid, id, 'Done')
    await expect(assign(admin, id, quinn.membershipId, ingrid.membershipId)).rejects.toThrow(Conflict)
  })

  test('in a restricted account only its team; who leaves the team loses the thread at once', async () => {
    const { rui, dev, ingrid, marcus, lin } = world.people
    const id = await ask(rui, world.accounts.aurora)
    expect((await stored(id)).assigneeId).toBe(dev.membershipId)
    await expect(assign(ingrid, id, ingrid.membershipId, dev.membershipId)).rejects.toThrow(NotFound)
    await expect(assign(marcus, id, ingrid.membershipId, dev.membershipId)).rejects.toThrow(Invalid)
    await expect(assign(marcus, id, lin.membershipId, dev.membershipId)).rejects.toThrow(Invalid)
    await unscopedPrisma().teamMember.deleteMany({
      where: { accountId: world.accounts.aurora, membershipId: dev.membershipId },
    })
    await expect(as(dev, () => getThread(dev, id))).rejects.toThrow(NotFound)
    await expect(answer(dev, id, 'Still here')).rejects.toThrow(NotFound)
    await assign(marcus, id, marcus.membershipId, dev.membershipId)
    expect((await stored(id)).assigneeId).toBe(marcus.membershipId)
  })

  test('a closed account is read by the supplier and written by nobody', async () => {
    const { rui, marcus } = world.people
    const id = await ask(rui, world.accounts.aurora)
    await unscopedPrisma().account.update({
      where: { id: world.accounts.aurora },
      data: { closedAt: new Date() },
    })
    await expect(as(rui, () => getThread(rui, id))).rejects.toThrow(NotFound)
    expect((await as(marcus, () => getThread(marcus, id))).id).toBe(id)
    await expect(answer(marcus, id, 'x')).rejects.toThrow(Forbidden)
  })
})

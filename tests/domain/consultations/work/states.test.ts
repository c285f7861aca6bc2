import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { pauseClocks, resumeClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { readLogs } from '#app/domain/consultations/clocks/queries/log.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { consultationStatuses } from '#app/domain/consultations/consultation.ts'
import { consultationMoves } from '#app/domain/consultations/moves.ts'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const post = (actor: Actor, id: string, lane: 'shared' | 'internal' | 'private' = 'shared') =>
  as(actor, () => postMessage(actor, id, { lane, body: 'Well', fileIds: [] }))
const askBack = (actor: Actor, id: string) =>
  as(actor, () => pauseClocks(actor, id, { reason: 'waiting', body: 'Which firmware?' }))
const close = (actor: Actor, id: string) => as(actor, () => closeConsultation(actor, id, 'Settled elsewhere'))
const status = async (id: string) => (await stored(id)).status
const kinds = async (id: string) => (await readLogs([id], unscopedPrisma()))[0]?.log.map(({ kind }) => kind)

describe('who has the next word', () => {
  test('a question back waits for the customer, its message for the supplier, the reply for nobody', async () => {
    const { lin, ingrid, dev } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await askBack(ingrid, id)
    expect(await stored(id)).toMatchObject({ status: 'waiting_for_customer', assigneeId: expect.any(String) })
    await post(ingrid, id)
    await post(lin, id, 'private')
    expect(await status(id)).toBe('waiting_for_customer')
    await post(lin, id)
    expect(await status(id)).toBe('waiting_for_supplier')
    await post(ingrid, id, 'internal')
    expect(await status(id)).toBe('waiting_for_supplier')
    await post(dev, id)
    expect(await status(id)).toBe('assigned')
    expect(await kinds(id)).toEqual(['asked', 'waiting', 'supplier', 'customer', 'supplier'])
  })

  test('letting the clocks run again ends the waiting; giving it away does not', async () => {
    const { lin, ingrid, tomas } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await askBack(ingrid, id)
    const previousId = (await stored(id)).assigneeId ?? undefined
    const assigneeId = tomas.membershipId
    await as(ingrid, () => assignConsultation(ingrid, id, { assigneeId, previousId }))
    expect(await stored(id)).toMatchObject({ status: 'waiting_for_customer', assigneeId })
    await as(tomas, () => resumeClocks(tomas, id))
    expect(await status(id)).toBe('assigned')
  })

  test('an answer stays an answer, whoever writes below it or asks something', async () => {
    const { lin, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    const messageId = await as(ingrid, () => answerConsultation(ingrid, id, { body: 'Yes', fileIds: [] }))
    await askBack(ingrid, id)
    await post(lin, id)
    expect(await status(id)).toBe('answered')
    await as(lin, () => acceptAnswer(lin, id, { messageId }))
    await expect(askBack(ingrid, id)).rejects.toThrow(Forbidden)
    await post(lin, id)
    expect(await status(id)).toBe('accepted')
    await expect(close(lin, id)).rejects.toMatchObject({ messageKey: 'consultations:refused.close' })
  })

  test('every state but the first is reached from another, and none is a dead end', () => {
    const next = (from: (typeof consultationStatuses)[number]) =>
      Object.values(consultationMoves[from]).filter((to) => to !== from)
    const reached = new Set(consultationStatuses.flatMap(next))
    // Into and out of `merged` leads the merge and its undoing, which brings the former state back.
    const moved = consultationStatuses.filter((each) => each !== 'merged')
    expect([...reached].sort()).toEqual(moved.filter((each) => each !== 'new').sort())
    for (const each of moved) expect(next(each).length, each).toBeGreaterThan(0)
  })
})

describe('closing without an answer', () => {
  test('the customer closes what it asked; its next message opens it again', async () => {
    const { lin, chen, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await close(lin, id)
    expect(await status(id)).toBe('closed')
    expect(await kinds(id)).toEqual(['asked', 'closed'])
    await post(ingrid, id)
    expect(await status(id)).toBe('closed')
    await expect(
      as(ingrid, () => assignConsultation(ingrid, id, { assigneeId: ingrid.membershipId })),
    ).rejects.toMatchObject({ messageKey: 'consultations:refused.assign' })
    await post(chen, id)
    expect(await status(id)).toBe('reopened')
    expect((await eventsOf(id)).at(-1)).toBe('reopened')
  })

  test('the supplier closes only what the customer has the next word in', async () => {
    const { lin, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await expect(close(ingrid, id)).rejects.toMatchObject({
      messageKey: 'consultations:refused.closeWhileWaited',
    })
    await askBack(ingrid, id)
    await close(ingrid, id)
    expect(await status(id)).toBe('closed')
    await expect(close(lin, id)).rejects.toThrow(Conflict)
  })

  test('not by a colleague of another function, not by another customer; nothing is written', async () => {
    const { lin, wu, rui } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await expect(close(wu, id)).rejects.toThrow(Forbidden)
    await expect(close(rui, id)).rejects.toThrow(NotFound)
    expect(await unscopedPrisma().message.count({ where: { consultationId: id } })).toBe(1)
    expect(await status(id)).not.toBe('closed')
  })

  test('closed by one while the other closes: one is told', async () => {
    const { lin, ingrid } = world.people
    const id = await ask(lin, world.accounts.lumen)
    await askBack(ingrid, id)
    const results = await Promise.allSettled([close(lin, id), close(ingrid, id)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

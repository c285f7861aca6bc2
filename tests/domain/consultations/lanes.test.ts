import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { consultationAudience } from '#app/domain/consultations/audience.server.ts'
import { markSeen } from '#app/domain/consultations/commands/mark-seen.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from './support.ts'

useTestDatabase()
let world: World
let id: string

const post = (actor: Actor, lane: MessageLane, body: string) =>
  as(actor, () => postMessage(actor, id, { lane, body, fileIds: [] }))
const lanesRead = async (actor: Actor) =>
  (await as(actor, () => getThread(actor, id))).messages.map((message) => message.lane)
/** Past the scopes: what row-level security alone lets through. */
const rawBodies = (actor: Actor) =>
  as(actor, async () => (await prisma.message.findMany({ select: { body: true } })).map(({ body }) => body))

beforeAll(async () => {
  world = await createWorld()
  id = await ask(world.people.lin, world.accounts.lumen)
  await post(world.people.ingrid, 'shared', 'Which firmware?')
  await post(world.people.ingrid, 'internal', 'Same fault as last year')
  await post(world.people.lin, 'private', 'Do not mention the test bench')
})

describe('three lanes', () => {
  test('each side reads what both share and its own notes, by scope and by row-level security alone', async () => {
    const { ingrid, tomas, lin, chen } = world.people
    for (const member of [ingrid, tomas])
      expect(await lanesRead(member)).toEqual(['shared', 'shared', 'internal'])
    for (const member of [lin, chen]) expect(await lanesRead(member)).toEqual(['shared', 'shared', 'private'])
    expect(await rawBodies(tomas)).not.toContain('Do not mention the test bench')
    expect(await rawBodies(chen)).not.toContain('Same fault as last year')
    expect(await rawBodies(world.people.rui)).toEqual([])
  })

  test('another customer does not find the thread, nor writes into it past the scopes', async () => {
    const { rui } = world.people
    await expect(as(rui, () => getThread(rui, id))).rejects.toThrow(NotFound)
    await expect(post(rui, 'shared', 'Hello')).rejects.toThrow(NotFound)
    const message = {
      consultationId: id,
      accountId: world.accounts.aurora,
      authorId: rui.membershipId,
      body: 'x',
      language: 'en',
    }
    await expect(as(rui, () => prisma.message.create({ data: message }))).rejects.toThrow(
      /row-level security/,
    )
  })

  test("nobody writes into the other side's lane, or in another's name", async () => {
    const { ingrid, lin } = world.people
    await expect(post(ingrid, 'private', 'x')).rejects.toThrow(Forbidden)
    await expect(post(lin, 'internal', 'x')).rejects.toThrow(Forbidden)
    const forged = {
      consultationId: id,
      accountId: world.accounts.lumen,
      authorId: ingrid.membershipId,
      body: 'x',
      language: 'en',
    }
    await expect(as(lin, () => prisma.message.create({ data: forged }))).rejects.toThrow(/row-level security/)
  })

  test('messages are never changed', async () => {
    const change = unscopedPrisma().message.updateMany({ where: { consultationId: id }, data: { body: 'x' } })
    await expect(change).rejects.toThrow(/insert-only/)
  })

  test("events of notes carry their side, and only that side's people are told", async () => {
    const { ingrid, lin, chen } = world.people
    expect(await eventsOf(id)).toEqual(['asked', 'messagePosted', 'internalNotePosted', 'privateNotePosted'])
    await post(chen, 'private', 'Agreed')
    const events = await unscopedPrisma().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    const told = await Promise.all(
      events.map((event) =>
        consultationAudience[event.type as keyof typeof consultationAudience](
          { ...event, payload: event.payload as Record<string, unknown> },
          unscopedPrisma(),
        ),
      ),
    )
    expect(events.map((event) => event.side)).toEqual([null, null, 'supplier', 'customer', 'customer'])
    expect(told[2]).toEqual([ingrid.membershipId])
    expect(told[3]?.sort()).toEqual([lin.membershipId, chen.membershipId].sort())
    expect(told[1]?.sort()).toEqual([lin.membershipId, ingrid.membershipId, chen.membershipId].sort())
    const raw = await as(lin, () => prisma.event.findMany({ where: { subjectId: id, side: 'supplier' } }))
    expect(raw).toEqual([])
  })

  test('notes leave the place in the lists as it is, and are unread for the own side alone', async () => {
    const { dev, lin, tomas } = world.people
    const unread = async (actor: Actor) =>
      (await as(actor, () => listConsultations(actor, {}))).items.find((row) => row.id === id)?.isUnread
    for (const member of [lin, tomas]) {
      const thread = await as(member, () => getThread(member, id))
      await as(member, () => markSeen(member, thread))
      expect(await unread(member)).toBe(false)
    }
    const before = await stored(id)
    await post(dev, 'internal', 'I have the parts here')
    expect((await stored(id)).lastActivityAt).toEqual(before.lastActivityAt)
    expect(await unread(tomas)).toBe(true)
    expect(await unread(lin)).toBe(false)
    await post(dev, 'shared', 'Parts are on the way')
    expect(await unread(lin)).toBe(true)
  })
})

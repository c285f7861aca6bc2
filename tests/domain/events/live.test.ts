import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { findVisibleConsultations } from '#app/domain/consultations/queries/consultation.server.ts'
import { hasHappenedSince } from '#app/domain/events/happened.server.ts'
import { type LiveMessage, subscribe, subscriptionCount } from '#app/domain/events/live.server.ts'
import type { PresenceMessage } from '#app/domain/events/presence/presence.server.ts'
import { readTopics, resolveTopics } from '#app/domain/events/topics.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
let id: string
const ends: (() => void)[] = []

beforeAll(async () => {
  world = await createWorld()
  const { lin } = world.people
  id = await runAsActor(lin.membershipId, () =>
    askConsultation(lin, {
      accountId: world.accounts.lumen,
      function: 'engineering',
      subject: 'Live',
      body: 'x',
      fileIds: [],
    }),
  )
})

afterEach(() => {
  for (const end of ends.splice(0)) end()
  expect(subscriptionCount()).toBe(0)
})

async function watch(actor: Actor, topics: string) {
  const heard: LiveMessage[] = []
  const presence: PresenceMessage[] = []
  const close = vi.fn()
  const resolve = () =>
    runAsActor(actor.membershipId, async () => {
      const [row] = await prisma.$queryRaw<
        { is_active: boolean }[]
      >`SELECT app_side() IS NOT NULL AS is_active`
      if (!row?.is_active) return null
      return resolveTopics(actor, readTopics(topics), { consultation: findVisibleConsultations })
    })
  const send = (message: LiveMessage | PresenceMessage) =>
    'id' in message ? heard.push(message) : presence.push(message)
  const subscription = await subscribe({ actor, send, close, resolve })
  ends.push(subscription.end)
  return { heard, presence, close, types: () => heard.map((message) => message.type) }
}

const post = (actor: Actor, lane: 'shared' | 'internal' | 'private', body = 'x') =>
  runAsActor(actor.membershipId, () => postMessage(actor, id, { lane, body, fileIds: [] }))

describe('live updates', () => {
  test('both sides hear of a message; a note stays on its side; another customer hears nothing', async () => {
    const { lin, ingrid, rui } = world.people
    const customer = await watch(lin, `consultation:${id}`)
    const supplier = await watch(ingrid, 'consultations')
    const other = await watch(rui, `consultation:${id},consultations`)
    await post(ingrid, 'internal')
    await post(lin, 'private')
    await post(lin, 'shared')
    await vi.waitFor(() => expect(supplier.heard).toHaveLength(2))
    await vi.waitFor(() => expect(customer.heard).toHaveLength(2))
    expect(supplier.types()).toEqual(['consultation.internalNotePosted', 'consultation.messagePosted'])
    expect(customer.types()).toEqual(['consultation.privateNotePosted', 'consultation.messagePosted'])
    expect(Object.keys(customer.heard[0] ?? {}).sort()).toEqual(['id', 'subjectId', 'subjectType', 'type'])
    expect(other.heard).toEqual([])
  })

  test('a topic that the actor does not see resolves to nothing, and the stream is closed', async () => {
    const stream = await watch(world.people.rui, `consultation:${id}`)
    expect(stream.close).toHaveBeenCalledOnce()
  })

  test('the bell rings for its own member alone', async () => {
    const { lin, chen } = world.people
    const mine = await watch(lin, 'notifications')
    const theirs = await watch(chen, 'notifications')
    const event = await unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id } })
    await unscopedPrisma().notification.create({
      data: {
        membershipId: lin.membershipId,
        eventId: event.id,
        type: event.type,
        subjectType: 'consultation',
        subjectId: id,
        payload: {},
      },
    })
    await vi.waitFor(() => expect(mine.types()).toEqual(['notification.written']))
    expect(theirs.heard).toEqual([])
  })

  test('who is deactivated, or leaves a restricted account, is closed at once', async () => {
    const { wu, dev, lumenAdmin, marcus } = world.people
    const customer = await watch(wu, 'consultations')
    const engineer = await watch(dev, 'consultations')
    await unscopedPrisma().membership.update({
      where: { id: wu.membershipId },
      data: { deactivatedAt: new Date() },
    })
    await announce(lumenAdmin, 'member', { subjectId: wu.membershipId, accountId: null })
    await vi.waitFor(() => expect(customer.close).toHaveBeenCalledOnce())
    await unscopedPrisma().teamMember.deleteMany({
      where: { accountId: world.accounts.aurora, membershipId: dev.membershipId },
    })
    await announce(marcus, 'account', { subjectId: world.accounts.aurora, accountId: world.accounts.aurora })
    await announce(marcus, 'consultation', { subjectId: id, accountId: world.accounts.aurora })
    await post(world.people.ingrid, 'shared')
    await vi.waitFor(() => expect(engineer.types()).toContain('consultation.messagePosted'))
    expect(engineer.types()).not.toContain('consultation.made-up')
  })

  test('what happened between the page and its stream is noticed, notes of the other side are not', async () => {
    const { lin, ingrid } = world.people
    const access = {
      accounts: [world.accounts.lumen],
      subjects: [`consultation:${id}`],
      kinds: [],
      hasBell: false,
    }
    const since = new Date()
    const asked = () => runAsActor(lin.membershipId, () => hasHappenedSince(lin, access, since))
    await new Promise((resolve) => setImmediate(resolve))
    await post(ingrid, 'internal')
    await post(lin, 'shared')
    expect(await asked()).toBe(false)
    await post(ingrid, 'shared')
    expect(await asked()).toBe(true)
  })
})

/** An event of an area that this test does not need to know. */
async function announce(
  actor: Actor,
  subjectType: string,
  { subjectId, accountId }: { subjectId: string; accountId: string | null },
) {
  await unscopedPrisma().event.create({
    data: {
      type: `${subjectType}.made-up`,
      version: 1,
      organizationId: actor.organizationId,
      accountId,
      subjectType,
      subjectId,
      actorId: actor.membershipId,
      actorName: actor.name,
      payload: {},
    },
  })
}

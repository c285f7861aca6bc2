import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { findVisibleConsultations } from '#app/domain/consultations/queries/consultation.server.ts'
import { sayTyping } from '#app/domain/consultations/talk/commands/say-typing.server.ts'
import { subscribe } from '#app/domain/events/live.server.ts'
import type { PresenceMessage } from '#app/domain/events/presence/presence.server.ts'
import { readTopics, resolveTopics } from '#app/domain/events/topics.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { notify } from '#app/platform/database/listen.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { ask } from '../../consultations/support.ts'

const world = useWorld()
let id: string
const ends: (() => void)[] = []
beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** `reader` is who may see it, where the actor is made up. */
async function open(actor: Actor, reader = actor) {
  const heard: PresenceMessage[] = []
  const close = vi.fn()
  const topics = readTopics(`consultation:${id},consultations,notifications`)
  const subscription = await subscribe({
    actor,
    send: (message) => 'id' in message || heard.push(message),
    close,
    resolve: () =>
      runAsActor(reader.membershipId, () =>
        resolveTopics(reader, topics, { consultation: findVisibleConsultations }),
      ),
  })
  ends.push(subscription.end)
  const here = () =>
    heard
      .flatMap((message) => (message.type === 'presence' ? [message.people.map(({ name }) => name)] : []))
      .at(-1)
  const typing = () =>
    heard.flatMap((message) => (message.type === 'typing' ? [[message.person.name, message.isNote]] : []))
  return { ...subscription, close, heard, here, typing }
}

const type = (actor: Actor, lane: 'shared' | 'internal' | 'private') =>
  runAsActor(actor.membershipId, () => sayTyping(actor, id, lane))

describe('presence', () => {
  test('who opens a thread sees who is there, and is seen; another customer sees nobody', async () => {
    const { lin, ingrid, rui } = world.people
    const first = await open(lin)
    const second = await open(ingrid)
    const other = await open(rui)
    const both = [ingrid.name, lin.name].sort((a, b) => a.localeCompare(b))
    await vi.waitFor(() => expect(first.here()).toEqual(both))
    await vi.waitFor(() => expect(second.here()).toEqual(both))
    expect(other.heard).toEqual([])
  })

  test('one person with two windows is there once, and until the last of them is closed', async () => {
    const { lin, ingrid } = world.people
    const first = await open(lin)
    const again = await open(lin)
    const watcher = await open(ingrid)
    await vi.waitFor(() => expect(watcher.here()).toHaveLength(2))
    first.end()
    await new Promise((resolve) => setTimeout(resolve, 3300))
    expect(watcher.here()).toContain(lin.name)
    again.end()
    await vi.waitFor(() => expect(watcher.here()).toEqual([ingrid.name]), { timeout: 5000 })
  })

  test('who loads the page again was never gone', async () => {
    const { lin, ingrid } = world.people
    const watcher = await open(ingrid)
    const first = await open(lin)
    await vi.waitFor(() => expect(watcher.here()).toContain(lin.name))
    const told = watcher.heard.length
    first.end()
    await open(lin)
    await new Promise((resolve) => setTimeout(resolve, 3300))
    expect(watcher.heard).toHaveLength(told)
  })

  test('that somebody writes is told to those who read that lane, and not to the writer', async () => {
    const { lin, chen, ingrid, dev } = world.people
    const streams = {
      lin: await open(lin),
      chen: await open(chen),
      ingrid: await open(ingrid),
      dev: await open(dev),
    }
    await type(ingrid, 'internal')
    await type(lin, 'private')
    await type(ingrid, 'shared')
    await vi.waitFor(() =>
      expect(streams.chen.typing()).toEqual([
        [lin.name, true],
        [ingrid.name, false],
      ]),
    )
    await vi.waitFor(() =>
      expect(streams.dev.typing()).toEqual([
        [ingrid.name, true],
        [ingrid.name, false],
      ]),
    )
    await vi.waitFor(() => expect(streams.lin.typing()).toEqual([[ingrid.name, false]]))
    expect(streams.ingrid.typing()).toEqual([])
    expect(JSON.stringify(streams.dev.heard)).not.toContain(`"person":{"id":"${lin.membershipId}"`)
  })

  test('nobody says it in a lane of the other side, or where one sees nothing', async () => {
    const { lin, ingrid, rui } = world.people
    await expect(type(lin, 'internal')).rejects.toThrow(Forbidden)
    await expect(type(ingrid, 'private')).rejects.toThrow(Forbidden)
    await expect(type(rui, 'shared')).rejects.toThrow(NotFound)
  })

  test('who is deactivated is told nothing any more, and is gone for the others', async () => {
    const { wu, ingrid, lumenAdmin } = world.people
    const leaver = await open(wu)
    const watcher = await open(ingrid)
    await vi.waitFor(() => expect(watcher.here()).toContain(wu.name))
    await unscopedPrisma().membership.update({
      where: { id: wu.membershipId },
      data: { deactivatedAt: new Date() },
    })
    const told = leaver.heard.length
    await unscopedPrisma().event.create({
      data: {
        ...{ type: 'member.made-up', version: 1, organizationId: lumenAdmin.organizationId, accountId: null },
        ...{ subjectType: 'member', subjectId: wu.membershipId, actorId: lumenAdmin.membershipId },
        ...{ actorName: lumenAdmin.name, payload: {} },
      },
    })
    await type(ingrid, 'shared')
    await vi.waitFor(() => expect(watcher.here()).toEqual([ingrid.name]), { timeout: 6000 })
    expect(leaver.heard).toHaveLength(told)
  })

  test('who leaves while its access is looked at is not there again', async () => {
    const { lin, ingrid } = world.people
    const watcher = await open(ingrid)
    const leaver = await open(lin)
    await vi.waitFor(() => expect(watcher.here()).toContain(lin.name))
    const looking = leaver.check()
    await new Promise((resolve) => setImmediate(resolve))
    leaver.end()
    expect(await looking).toBe(false)
    await vi.waitFor(() => expect(watcher.here()).toEqual([ingrid.name]), { timeout: 5000 })
    expect(leaver.close).not.toHaveBeenCalled()
  })

  test('another process is heard, asked for all it knows, and shows no more than PostgreSQL announces', async () => {
    const { ingrid } = world.people
    const watcher = await open(ingrid)
    const process = 'another process'
    const subject = `consultation:${id}`
    const people = [{ id: 'x', name: 'Xenia', side: 'customer' }]
    await notify('presence', JSON.stringify({ process, subject, people }))
    await vi.waitFor(() => expect(watcher.here()).toContain('Xenia'))
    await notify('presence', JSON.stringify({ process, subject, people: [] }))
    await vi.waitFor(() => expect(watcher.here()).not.toContain('Xenia'))
    const crowd = Array.from({ length: 60 }, (_, i) => ({
      ...ingrid,
      ...{ membershipId: `${i} ${'i'.repeat(30)}`, name: `${i} ${'林'.repeat(70)}` },
    }))
    for (const actor of crowd) await open(actor, ingrid)
    await vi.waitFor(() => expect(watcher.here()?.length).toBeGreaterThan(10))
  })
})

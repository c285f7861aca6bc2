import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { unscopedReplySpeaker } from '#app/domain/consultations/mail/incoming/speaker.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { listReaders } from '#app/domain/consultations/talk/queries/readers.server.ts'
import { frameOf } from '#app/domain/frame/queries.server.ts'
import { waitingConsultations } from '#app/domain/home/consultations.server.ts'
import { search } from '#app/domain/search/queries.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { name, remove } from './support.ts'

const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
})

const listed = (actor: Actor) =>
  as(actor, async () => (await listConsultations(actor, {})).items.map((each) => each.id))
const sees = async (actor: Actor) => {
  const rows = await unscopedPrisma().$queryRaw<unknown[]>`
    SELECT * FROM app_who_sees(ARRAY[${actor.membershipId}::uuid], ${world.accounts.aurora}::uuid, NULL,
                               'consultation', ${id}::uuid)`
  return rows.length === 1
}

describe('what a lent colleague meets around the thread', () => {
  test('the own list names it, with the customer; the account stands nowhere', async () => {
    const { marcus, quinn } = world.people
    expect(await listed(quinn)).not.toContain(id)
    await name(marcus, id, quinn, 'read')
    const page = await as(quinn, () => listConsultations(quinn, {}))
    expect(page.items.find((each) => each.id === id)).toMatchObject({
      accountName: 'Aurora Refrigeração',
      askedBy: { name: 'Rui Tavares' },
    })
    const mine = await as(quinn, () => listConsultations(quinn, { whose: 'mine' }))
    expect(mine.items.map((each) => each.id)).toContain(id)
    const frame = await as(quinn, () => frameOf(quinn))
    expect(frame.accounts.map((each) => each.name)).toEqual(['Lumen Appliances'])
    await as(quinn, () => waitingConsultations(quinn, 10))
    await remove(marcus, id, quinn)
    expect(await listed(quinn)).not.toContain(id)
  })

  test('of the customer’s people those in the thread have a name, and nobody else', async () => {
    const { marcus, quinn, rui, sofia, ana } = world.people
    await as(rui, () => postMessage(rui, id, { lane: 'private', body: 'Ours', fileIds: [] }))
    await as(sofia, () => postMessage(sofia, id, { lane: 'private', body: 'Ours', fileIds: [] }))
    await as(ana, () => postMessage(ana, id, { lane: 'shared', body: 'Ours', fileIds: [] }))
    await name(marcus, id, quinn, 'read')
    const known = await as(quinn, () =>
      prisma.membership.findMany({ where: { organizationId: rui.organizationId }, orderBy: { name: 'asc' } }),
    )
    expect(known.map((each) => each.name)).toEqual(['Ana Lopes', 'Rui Tavares'])
  })

  test('the bell and the mail ask again: heard while named, and nothing after', async () => {
    const { marcus, quinn } = world.people
    await name(marcus, id, quinn, 'read')
    expect(await sees(quinn)).toBe(true)
    await remove(marcus, id, quinn)
    expect(await sees(quinn)).toBe(false)
  })

  test('is mentioned by those who write there, in what it reads', async () => {
    const { marcus, quinn, rui, dev } = world.people
    const say = (actor: Actor, lane: 'shared' | 'internal' | 'private') =>
      as(actor, () => postMessage(actor, id, { lane, body: 'Ask @Quinn Abbott', fileIds: [] }))
    const refused = { messageKey: 'talk:error.cannotRead' }
    await expect(say(marcus, 'internal')).rejects.toMatchObject(refused)
    await name(marcus, id, quinn, 'write')
    await say(marcus, 'internal')
    await say(rui, 'shared')
    await expect(say(rui, 'private')).rejects.toMatchObject(refused)
    expect(await unscopedPrisma().messageMention.count({ where: { consultationId: id } })).toBe(2)
    // And it knows who of the own house reads there.
    const readers = await as(quinn, () => listReaders(quinn, id, 'internal'))
    expect(readers.map((each) => each.name).sort()).toEqual(['Dev Patel', 'Marcus Reed'])
    await as(quinn, () => postMessage(quinn, id, { lane: 'internal', body: '@Dev Patel', fileIds: [] }))
    expect(await as(dev, () => prisma.messageMention.count({ where: { consultationId: id } }))).toBe(3)
  })

  test('a reply by mail arrives while one may write, and not any more', async () => {
    const { marcus, quinn } = world.people
    const place = {
      kind: 'reply' as const,
      membershipId: quinn.membershipId,
      consultationId: id,
      lane: 'shared' as const,
    }
    await name(marcus, id, quinn, 'write')
    expect(await unscopedReplySpeaker(place as never)).toMatchObject({ userId: quinn.userId })
    await remove(marcus, id, quinn)
    expect(await unscopedReplySpeaker(place as never)).toMatchObject({ refused: 'noAccess' })
    await name(marcus, id, quinn, 'read')
    expect(await unscopedReplySpeaker(place as never)).toMatchObject({ refused: 'lane' })
  })

  test('search finds it by subject, by what was written in the own lanes, and by number; no other one', async () => {
    const { marcus, quinn, rui, dev } = world.people
    await as(rui, () => postMessage(rui, id, { lane: 'private', body: 'Osmium', fileIds: [] }))
    await as(dev, () => postMessage(dev, id, { lane: 'internal', body: 'Palladium', fileIds: [] }))
    const other = await ask(rui, world.accounts.aurora, { subject: 'Palladium once more' })
    const find = (text: string) =>
      as(quinn, async () => {
        const { groups } = await search(quinn, { text, kind: null, limit: 50 })
        return groups.flatMap((group) => group.results.map((result) => JSON.stringify(result)))
      })
    expect(await find('palladium')).toEqual([])
    await name(marcus, id, quinn, 'read')
    const [hit, ...more] = await find('palladium')
    expect(hit).toContain(id)
    expect(hit).not.toContain(other)
    expect(more).toEqual([])
    expect(await find('osmium')).toEqual([])
    expect((await find('trips')).some((result) => result.includes(id))).toBe(true)
    await remove(marcus, id, quinn)
    expect(await find('palladium')).toEqual([])
  })

  test('the account itself stays out of reach', async () => {
    const { marcus, quinn, rui } = world.people
    await name(marcus, id, quinn, 'decide')
    const { getAccount } = await import('#app/domain/accounts/queries/accounts.server.ts')
    await expect(as(quinn, () => getAccount(quinn, world.accounts.aurora))).rejects.toThrow(NotFound)
    const other = await ask(rui, world.accounts.aurora)
    expect(await as(quinn, () => prisma.message.count({ where: { consultationId: other } }))).toBe(0)
    expect(await as(quinn, () => prisma.event.count({ where: { subjectId: other } }))).toBe(0)
    expect(await as(quinn, () => prisma.event.count({ where: { subjectId: id } }))).toBe(2)
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { mergeConsultation } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { relateConsultations } from '#app/domain/consultations/linking/commands/relate.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { messagesIn } from '../notes/support.ts'
import { name } from '../participants/support.ts'
import { as, ask, eventsOf } from '../support.ts'
import { noteInForce, offer, offersPage, setAudience } from './support.ts'

const world = useWorld()
let source: string
let note: string
let alike: string
let aurora: string

const everybody = [{ accountId: null, functions: ['engineering' as const] }]

beforeEach(async () => {
  const { lin, rui, dev } = world.people
  source = await ask(lin, world.accounts.lumen, { subject: 'Inverter trips in hot weather at noon' })
  alike = await ask(lin, world.accounts.lumen, { subject: 'Inverter trips again in hot weather' })
  aurora = await ask(rui, world.accounts.aurora, { subject: 'Our inverter trips when weather is hot' })
  note = await noteInForce(dev, source, everybody)
})

const idsOn = async (person: 'ingrid' | 'dev') =>
  (await offersPage(world.people[person], note)).alike.map(({ id }) => id)
const rowOf = async (id: string) =>
  (await offersPage(world.people.dev, note)).alike.find((each) => each.id === id)

describe('who asked alike', () => {
  test('is found across the accounts that one works on, and no further', async () => {
    const { dev } = world.people
    expect((await idsOn('dev'))[0]).toBe(source)
    expect(await idsOn('dev')).toEqual(expect.arrayContaining([source, alike, aurora]))
    expect(await idsOn('ingrid')).toEqual(expect.arrayContaining([source, alike]))
    expect(await idsOn('ingrid')).not.toContain(aurora)
    const page = await offersPage(dev, note)
    expect(page.alike.find(({ id }) => id === aurora)).toMatchObject({
      ...{ customer: 'Aurora Refrigeração', isSource: false, isRelated: false },
      reach: { isAskerTold: true, others: 0, obstacle: null },
    })
  })

  test('is not widened by being named in one consultation of a restricted account', async () => {
    const { marcus, ingrid } = world.people
    await name(marcus, aurora, ingrid, 'decide')
    expect(await idsOn('ingrid')).not.toContain(aurora)
    await expect(offer(ingrid, note, [aurora])).rejects.toThrow(Invalid)
  })

  test('is also who was related, and of a duplicate the one in which it goes on', async () => {
    const { dev, ingrid, lin, chen } = world.people
    const other = await ask(lin, world.accounts.lumen, { subject: 'Enclosure drawing' })
    await as(dev, () => relateConsultations(dev, source, other))
    const duplicate = await ask(lin, world.accounts.lumen, {
      subject: 'Inverter trips, hot weather, once more',
    })
    const survivor = await ask(chen, world.accounts.lumen, { subject: 'Something else' })
    await as(ingrid, () => mergeConsultation(ingrid, duplicate, survivor))
    expect(await rowOf(other)).toMatchObject({ isRelated: true })
    expect(await idsOn('dev')).toContain(survivor)
    expect(await idsOn('dev')).not.toContain(duplicate)
  })

  test('who has the same is counted, and told', async () => {
    const { wu } = world.people
    const [first] = await messagesIn(alike)
    await unscopedPrisma().messageReaction.create({
      data: {
        ...{ messageId: first?.id ?? '', membershipId: wu.membershipId, kind: 'same_here', lane: 'shared' },
        ...{ consultationId: alike, accountId: world.accounts.lumen },
      },
    })
    expect(await rowOf(alike)).toMatchObject({ sameHere: 1, reach: { others: 0 } })
    await setAudience(world.people.dev, note, [{ accountId: null, functions: ['engineering', 'logistics'] }])
    expect(await rowOf(alike)).toMatchObject({ sameHere: 1, reach: { isAskerTold: true, others: 1 } })
  })
})

describe('a note cannot be offered', () => {
  test('outside its audience, and it says why', async () => {
    const { dev } = world.people
    await setAudience(dev, note, [{ accountId: world.accounts.lumen, functions: ['engineering'] }])
    expect(await rowOf(aurora)).toMatchObject({ reach: { obstacle: 'account' } })
    await expect(offer(dev, note, [alike, aurora])).rejects.toThrow(Invalid)
    await setAudience(dev, note, [{ accountId: null, functions: ['logistics'] }])
    expect(await rowOf(alike)).toMatchObject({ reach: { obstacle: 'function' } })
    await expect(offer(dev, note, [alike])).rejects.toThrow(Invalid)
    expect(await unscopedPrisma().noteOffer.count({ where: { documentId: note } })).toBe(0)
  })

  test('where nobody is there any more; the others who take part are told where the asker left', async () => {
    const { dev, chen, lin } = world.people
    const { id: userId } = await unscopedPrisma().user.create({
      data: { email: 'left@lumen.example', language: 'zh' },
    })
    const functions = ['engineering' as const]
    const { organizationId } = lin
    const member = await unscopedPrisma().membership.create({
      data: { organizationId, userId, side: 'customer', name: 'Left', functions },
    })
    const left = { ...lin, membershipId: member.id }
    const id = await ask(left, world.accounts.lumen, { subject: 'Inverter trips in weather that is hot' })
    await unscopedPrisma().membership.update({
      where: { id: member.id },
      data: { deactivatedAt: new Date() },
    })
    expect(await rowOf(id)).toMatchObject({ reach: { obstacle: 'nobody', hasAskerLeft: true } })
    await expect(offer(dev, note, [id])).rejects.toThrow(Invalid)
    await name(lin, id, chen, 'read')
    expect(await rowOf(id)).toMatchObject({ reach: { obstacle: 'function' } })
    await setAudience(dev, note, [{ accountId: null, functions: ['engineering', 'purchasing'] }])
    expect(await rowOf(id)).toMatchObject({ reach: { obstacle: null, isAskerTold: false, others: 1 } })
    expect(await offer(dev, note, [id])).toBe(1)
  })

  test('before it is in force, in another version than was looked at, or where nobody asked alike', async () => {
    const { dev, lin } = world.people
    await expect(offer(dev, note, [alike], 2)).rejects.toThrow(Conflict)
    const other = await ask(lin, world.accounts.lumen, { subject: 'Enclosure drawing' })
    await expect(offer(dev, note, [other])).rejects.toThrow(Invalid)
    await expect(offer(dev, note, [crypto.randomUUID()])).rejects.toThrow(Invalid)
    const version = { documentId_version: { documentId: note, version: 1 } }
    await unscopedPrisma().documentVersion.update({ where: version, data: { status: 'withdrawn' } })
    expect((await offersPage(dev, note)).version).toBeNull()
    await expect(offer(dev, note, [alike])).rejects.toThrow(Conflict)
  })

  test('by a customer, or by who does not see of which consultation it came', async () => {
    const { lin, rui, ingrid, dev } = world.people
    for (const actor of [lin, rui]) {
      await expect(offersPage(actor, note)).rejects.toThrow(NotFound)
      await expect(offer(actor, note, [alike])).rejects.toThrow(NotFound)
    }
    await unscopedPrisma().account.update({
      where: { id: world.accounts.lumen },
      data: { isRestricted: true },
    })
    try {
      await expect(offersPage(dev, note)).rejects.toThrow(NotFound)
      expect(await offersPage(ingrid, note)).toMatchObject({ version: 1 })
    } finally {
      await unscopedPrisma().account.update({
        where: { id: world.accounts.lumen },
        data: { isRestricted: false },
      })
    }
  })
})

test('two who offer at once leave one offer and one event', async () => {
  const { dev, ingrid } = world.people
  const both = await Promise.allSettled([offer(dev, note, [alike]), offer(ingrid, note, [alike])])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((each) => each.status === 'rejected')
  expect(refused?.reason).toBeInstanceOf(Conflict)
  expect(await unscopedPrisma().noteOffer.count({ where: { consultationId: alike } })).toBe(1)
  expect((await eventsOf(alike)).filter((type) => type === 'noteOffered')).toHaveLength(1)
  await expect(offer(dev, note, [alike, source])).resolves.toBe(1)
})

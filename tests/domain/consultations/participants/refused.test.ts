import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { setRestricted } from '#app/domain/accounts/commands/accounts.server.ts'
import { deactivateMember } from '#app/domain/accounts/commands/members.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { openPeople } from '#app/domain/consultations/participants/queries/people.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'
import { change, name, participantsOf, remove } from './support.ts'

const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
})
const post = (actor: Actor) =>
  as(actor, () => postMessage(actor, id, { lane: 'shared', body: 'Seen', fileIds: [] }))
const conflict = (key: string) => expect.objectContaining({ messageKey: `participants:error.${key}` })

describe('who names whom', () => {
  test('each side its own people alone, and only who speaks for it', async () => {
    const { marcus, quinn, rui, sofia, ana, lin, chen } = world.people
    await expect(name(marcus, id, sofia, 'read')).rejects.toThrow(Invalid)
    await expect(name(marcus, id, lin, 'read')).rejects.toThrow(Invalid)
    await expect(name(rui, id, quinn, 'read')).rejects.toThrow(Invalid)
    await expect(name(rui, id, chen, 'read')).rejects.toThrow(Invalid)
    // Ana asked nothing and is of another function; Quinn does not see it; Lin is another customer's.
    await expect(name(ana, id, sofia, 'decide')).rejects.toThrow(Forbidden)
    await expect(name(quinn, id, quinn, 'decide')).rejects.toThrow(NotFound)
    await expect(name(lin, id, chen, 'decide')).rejects.toThrow(NotFound)
    await name(rui, id, sofia, 'decide')
    await name(sofia, id, ana, 'read')
    expect(await eventsOf(id)).toEqual(['asked', 'participantAdded', 'participantAdded'])
  })

  test('a lent colleague lends nobody on, changes nobody, and leaves by itself', async () => {
    const { marcus, quinn, ingrid, tomas } = world.people
    await name(marcus, id, quinn, 'decide')
    await name(marcus, id, tomas, 'read')
    await expect(name(quinn, id, ingrid, 'read')).rejects.toThrow(Forbidden)
    await expect(change(quinn, id, quinn, 'read')).rejects.toThrow(Forbidden)
    await expect(remove(quinn, id, tomas)).rejects.toThrow(Forbidden)
    await remove(quinn, id, quinn)
    await expect(as(quinn, () => getThread(quinn, id))).rejects.toThrow(NotFound)
    expect(await eventsOf(id)).toContain('participantRemoved')
  })

  test('the other side’s people are nobody to change, and to read', async () => {
    const { marcus, quinn, rui, sofia } = world.people
    await name(marcus, id, quinn, 'write')
    await name(rui, id, sofia, 'write')
    await expect(remove(rui, id, quinn)).rejects.toThrow(NotFound)
    await expect(change(marcus, id, sofia, 'read')).rejects.toThrow(NotFound)
    const { participants, colleagues } = await as(rui, () => openPeople(rui, id))
    expect(participants.supplier).toMatchObject([{ name: 'Quinn Abbott', canChange: false, isLent: false }])
    // That the account is restricted, and who serves it, is the supplier's own business.
    expect(colleagues.map((each) => each.name)).toEqual(['Ana Lopes', 'Hugo Pires'])
    expect((await as(marcus, () => openPeople(marcus, id))).participants.supplier).toMatchObject([
      { isLent: true },
    ])
  })
})

describe('two at once', () => {
  test('name the same person: one is told', async () => {
    const { marcus, dev, quinn } = world.people
    const done = await Promise.allSettled([name(marcus, id, quinn, 'read'), name(dev, id, quinn, 'decide')])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await participantsOf(id)).toHaveLength(1)
    await expect(name(marcus, id, quinn, 'read')).rejects.toEqual(conflict('alreadyThere'))
  })

  test('change or take out the same one: what was on screen counts', async () => {
    const { marcus, dev, quinn } = world.people
    await name(marcus, id, quinn, 'read')
    await change(marcus, id, quinn, 'write', 1)
    await change(marcus, id, quinn, 'write', 2)
    await expect(change(dev, id, quinn, 'decide', 1)).rejects.toEqual(conflict('changed'))
    await expect(remove(dev, id, quinn, 1)).rejects.toEqual(conflict('changed'))
    const done = await Promise.allSettled([remove(dev, id, quinn, 2), remove(marcus, id, quinn, 2)])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const types = await eventsOf(id)
    expect(types.filter((type) => type === 'participantChanged')).toHaveLength(1)
    expect(types.filter((type) => type === 'participantRemoved')).toHaveLength(1)
  })

  test('write and be taken out: the message is there, or a clear refusal', async () => {
    const { marcus, quinn } = world.people
    for (let round = 0; round < 5; round += 1) {
      await name(marcus, id, quinn, 'write')
      const [posted] = await Promise.allSettled([post(quinn), remove(marcus, id, quinn)])
      if (posted?.status === 'rejected') expect([Forbidden, NotFound]).toContain(posted.reason.constructor)
    }
  })
})

describe('how it ends', () => {
  test('lowered to reading: the next message is refused; taken out: nothing is there', async () => {
    const { marcus, quinn } = world.people
    await name(marcus, id, quinn, 'write')
    await post(quinn)
    await change(marcus, id, quinn, 'read')
    await expect(post(quinn)).rejects.toThrow(Forbidden)
    await remove(marcus, id, quinn, 2)
    await expect(post(quinn)).rejects.toThrow(NotFound)
    const written = await as(marcus, () => getThread(marcus, id))
    expect(written.messages.map(({ author }) => author.name)).toContain('Quinn Abbott')
  })

  test('with the membership, and coming back does not bring it back', async () => {
    const { marcus, tomas, admin } = world.people
    await name(marcus, id, tomas, 'decide')
    await as(admin, () => deactivateMember(admin, tomas.membershipId))
    expect(await participantsOf(id)).toEqual([])
    await unscopedPrisma().membership.update({
      where: { id: tomas.membershipId },
      data: { deactivatedAt: null },
    })
    await expect(as(tomas, () => getThread(tomas, id))).rejects.toThrow(NotFound)
  })

  test('of an account that becomes restricted, for whoever is not on its team', async () => {
    const { ingrid, marcus, quinn, dev, lin } = world.people
    const lumens = await ask(lin, world.accounts.lumen)
    await name(ingrid, lumens, quinn, 'write')
    await name(ingrid, lumens, dev, 'read')
    await as(marcus, () => setRestricted(marcus, world.accounts.lumen, true))
    expect(await participantsOf(lumens)).toEqual([])
    await expect(as(quinn, () => getThread(quinn, lumens))).rejects.toThrow(NotFound)
    await as(marcus, () => setRestricted(marcus, world.accounts.lumen, false))
  })

  test('of an account that went to another customer: the former one has the link and nothing else', async () => {
    const { rui, sofia, dev, chen } = world.people
    const messageId = await as(dev, () => answerConsultation(dev, id, { body: 'Change it', fileIds: [] }))
    await name(rui, id, sofia, 'decide')
    const { customerId } = await unscopedPrisma().account.update({
      where: { id: world.accounts.aurora },
      data: { customerId: (await newcomer()).id },
    })
    for (const former of [rui, sofia, chen]) {
      await expect(as(former, () => getThread(former, id))).rejects.toThrow(NotFound)
      await expect(as(former, () => acceptAnswer(former, id, { messageId }))).rejects.toThrow(NotFound)
      await expect(post(former)).rejects.toThrow(NotFound)
      expect(await as(former, () => prisma.message.findMany({ where: { consultationId: id } }))).toEqual([])
    }
    expect(await participantsOf(id)).toEqual([])
    expect(customerId).not.toBe(world.organizations.aurora)
    await unscopedPrisma().account.update({
      where: { id: world.accounts.aurora },
      data: { customerId: world.organizations.aurora },
    })
    await expect(as(sofia, () => acceptAnswer(sofia, id, { messageId }))).rejects.toThrow(Forbidden)
  })
})

const newcomer = () =>
  unscopedPrisma().organization.create({ data: { name: 'Newcomer', language: 'en', timeZone: 'UTC' } })

describe('past the commands', () => {
  test('the database refuses another side’s people, another account, another name, and more than the grade', async () => {
    const { marcus, quinn, rui, sofia, dev } = world.people
    const row = {
      ...{ consultationId: id, accountId: world.accounts.aurora, membershipId: quinn.membershipId },
      ...{ side: 'supplier' as const, grade: 'decide' as const, addedById: marcus.membershipId },
    }
    const write = (actor: Actor, changes: object = {}) =>
      as(actor, () => prisma.consultationParticipant.create({ data: { ...row, ...changes } }))
    await expect(write(quinn, { addedById: quinn.membershipId })).rejects.toThrow()
    await expect(write(dev)).rejects.toThrow()
    await expect(write(marcus, { accountId: world.accounts.lumen })).rejects.toThrow()
    await expect(write(marcus, { membershipId: sofia.membershipId })).rejects.toThrow()
    await expect(write(rui, { addedById: rui.membershipId })).rejects.toThrow()
    await write(marcus, { grade: 'read' })
    const raise = () =>
      as(quinn, () =>
        prisma.consultationParticipant.updateMany({
          where: { consultationId: id },
          data: { grade: 'decide', revision: 2 },
        }),
      )
    expect(await raise()).toEqual({ count: 0 })
    const message = { consultationId: id, accountId: world.accounts.aurora, body: 'x', language: 'en' }
    const say = (lane: 'shared' | 'internal' | 'private') =>
      as(quinn, () => prisma.message.create({ data: { ...message, lane, authorId: quinn.membershipId } }))
    await expect(say('shared')).rejects.toThrow()
    const mine = () =>
      as(quinn, () => prisma.consultation.updateMany({ where: { id }, data: { subject: 'x' } }))
    expect(await mine()).toEqual({ count: 0 })
    await change(marcus, id, quinn, 'write')
    await say('internal')
    await expect(say('private')).rejects.toThrow()
  })
})

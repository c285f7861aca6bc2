import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { ParticipantGrade } from '#app/domain/consultations/participants/participant.ts'
import { openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { name } from '../participants/support.ts'
import { as, ask } from '../support.ts'
import { assemble, handIn, part, release, sign, splitOff, storedDraft, storedPart } from './support.ts'

// Quinn does not enter Aurora's account and is named in one consultation of it; the customer has none of this.
const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
})

const nameQuinn = (grade: ParticipantGrade) => name(world.people.marcus, id, world.people.quinn, grade)
const does = (actor: Actor, work: () => PromiseLike<unknown>) => as(actor, async () => work())
const refused = /row-level security|own name|theirs they write|stays where|every signature|new revision/
const place = () => ({ consultationId: id, accountId: world.accounts.aurora })
const asked = (by: Actor) => ({
  ...{ ...place(), position: 5, question: 'x', function: 'quality' as const, dueOn: new Date('2030-01-02') },
  ...{ askedById: by.membershipId, askedAt: new Date() },
})
const drafted = (by: Actor) => ({
  ...{ ...place(), body: 'x', functions: ['quality' as const] },
  ...{ assembledById: by.membershipId, assembledAt: new Date() },
})
const add = (by: Actor) => does(by, () => prisma.consultationPart.create({ data: asked(by) }))
const draft = (by: Actor) => does(by, () => prisma.consultationAssembly.create({ data: drafted(by) }))
const change = (by: Actor, partId: string, data: object) =>
  does(by, () =>
    prisma.consultationPart.updateMany({
      where: { id: partId },
      data: { ...data, revision: { increment: 1 } },
    }),
  )
const none = { count: 0 }

describe('of the colleagues who are lent', () => {
  test('who reads sees the parts and writes nothing', async () => {
    const { dev, quinn, marcus } = world.people
    const partId = await splitOff(marcus, id, part('engineering', dev))
    await nameQuinn('read')
    const seen = await as(quinn, () => openParts(quinn, id))
    expect(seen).toMatchObject({ mayCoordinate: false, signs: [], parts: [{ canContribute: false }] })
    await splitOff(marcus, id, part('quality', quinn))
    await expect(splitOff(quinn, id, part('quality'))).rejects.toThrow(Forbidden)
    await expect(handIn(quinn, id, partId)).rejects.toThrow(Forbidden)
    await expect(add(quinn)).rejects.toThrow(refused)
    await expect(draft(quinn)).rejects.toThrow(refused)
    expect(await change(quinn, partId, { question: 'y' })).toEqual(none)
  })

  test('who reads alone hands in nothing, though a part is theirs', async () => {
    const { quinn, marcus } = world.people
    await nameQuinn('read')
    const partId = await splitOff(marcus, id, part('quality', quinn))
    await expect(handIn(quinn, id, partId)).rejects.toThrow(Forbidden)
    expect(await change(quinn, partId, { contribution: 'y' })).toEqual(none)
  })

  test('who writes contributes to what is theirs alone, and signs nothing', async () => {
    const { dev, quinn, marcus } = world.people
    await nameQuinn('write')
    const others = await splitOff(marcus, id, part('engineering', dev))
    const open = await splitOff(marcus, id, part('quality'))
    const own = await splitOff(marcus, id, part('quality', quinn))
    await expect(handIn(quinn, id, others)).rejects.toThrow(Forbidden)
    await expect(handIn(quinn, id, open)).rejects.toThrow(Forbidden)
    await handIn(quinn, id, own)
    expect(await storedPart(own)).toMatchObject({ contributedById: quinn.membershipId })
    expect(await change(quinn, others, { contribution: 'y' })).toEqual(none)
    expect(await change(quinn, open, { ownerId: quinn.membershipId })).toEqual(none)
    for (const data of [{ question: 'y' }, { dueOn: new Date('2031-01-02') }, { withdrawnAt: new Date() }])
      await expect(change(quinn, own, data)).rejects.toThrow(refused)
    await expect(draft(quinn)).rejects.toThrow(refused)
    await expect(assemble(quinn, id)).rejects.toThrow(Forbidden)
    await assemble(marcus, id)
    await expect(sign(quinn, id, ['quality'], 1)).rejects.toThrow(Forbidden)
  })

  test('who decides splits, assembles and releases', async () => {
    const { dev, quinn, marcus } = world.people
    await nameQuinn('decide')
    const partId = await splitOff(quinn, id, part('engineering', dev))
    await handIn(dev, id, partId)
    await assemble(quinn, id)
    await expect(sign(quinn, id, ['quality'], 1)).rejects.toThrow(Forbidden)
    await sign(dev, id, ['engineering'], 1)
    await release(quinn, id, 1)
    expect(await storedDraft(id)).toMatchObject({ releasedById: quinn.membershipId })
    expect((await as(marcus, () => openParts(marcus, id))).parts).toMatchObject([{ state: 'released' }])
  })
})

describe('past the commands', () => {
  test('the customer reads and writes none of it', async () => {
    const { dev, marcus, rui } = world.people
    const partId = await splitOff(marcus, id, part('engineering', dev))
    await handIn(dev, id, partId)
    await assemble(marcus, id)
    const { id: assemblyId } = await storedDraft(id)
    await sign(dev, id, ['engineering'], 1)
    expect(await does(rui, () => prisma.consultationPart.count())).toBe(0)
    expect(await does(rui, () => prisma.consultationAssembly.count())).toBe(0)
    expect(await does(rui, () => prisma.assemblySignOff.count())).toBe(0)
    await expect(add(rui)).rejects.toThrow(refused)
    await expect(draft(rui)).rejects.toThrow(refused)
    expect(await change(rui, partId, { contribution: 'y' })).toEqual(none)
    const edit = () =>
      prisma.consultationAssembly.updateMany({ where: { id: assemblyId }, data: { body: 'y' } })
    expect(await does(rui, edit)).toEqual(none)
  })

  test('nobody signs for a function that they do not have, for somebody else, or another revision', async () => {
    const { dev, marcus } = world.people
    const partId = await splitOff(marcus, id, part('engineering', dev))
    await handIn(dev, id, partId)
    await assemble(marcus, id)
    const { id: assemblyId } = await storedDraft(id)
    const good = {
      ...{ ...place(), assemblyId, revision: 1, function: 'engineering' as const },
      ...{ signedById: dev.membershipId, signedAt: new Date() },
    }
    const put = (data: object) =>
      does(dev, () => prisma.assemblySignOff.create({ data: { ...good, ...data } }))
    for (const bad of [{ function: 'quality' }, { signedById: marcus.membershipId }, { revision: 2 }])
      await expect(put(bad)).rejects.toThrow(refused)
    await put({})
    const object = () =>
      prisma.assemblySignOff.updateMany({ where: { assemblyId }, data: { objection: 'y' } })
    expect(await does(dev, object)).toEqual(none)
  })

  test('nothing is released unsigned, and what was released stays', async () => {
    const { dev, marcus } = world.people
    const partId = await splitOff(marcus, id, part('engineering', dev))
    await handIn(dev, id, partId)
    await assemble(marcus, id)
    const message = await unscopedPrisma().message.findFirstOrThrow({ where: { consultationId: id } })
    const letOut = (data: object = {}) =>
      does(marcus, () =>
        prisma.consultationAssembly.updateMany({
          where: { consultationId: id },
          data: {
            ...{ releasedAt: new Date(), releasedById: marcus.membershipId, messageId: message.id },
            ...data,
          },
        }),
      )
    await expect(letOut()).rejects.toThrow(refused)
    await expect(letOut({ functions: [], revision: 2 })).rejects.toThrow(refused)
    await sign(dev, id, ['engineering'], 1)
    await expect(letOut({ releasedById: dev.membershipId })).rejects.toThrow(refused)
    await release(marcus, id, 1)
    await expect(letOut()).rejects.toThrow(refused)
    await expect(change(marcus, partId, { contribution: 'y' })).rejects.toThrow(refused)
    const words = () => prisma.consultationAssembly.updateMany({ data: { body: 'y', revision: 2 } })
    await expect(does(marcus, words)).rejects.toThrow(refused)
  })
})

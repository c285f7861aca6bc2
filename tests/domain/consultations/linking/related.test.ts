import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  relateConsultations,
  unrelateConsultations,
} from '#app/domain/consultations/linking/commands/relate.server.ts'
import { openLinks } from '#app/domain/consultations/linking/queries/related.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'

const world = useWorld()
let one: string
let two: string
let auroras: string

const relate = (actor: Actor, id: string, other: string) =>
  as(actor, () => relateConsultations(actor, id, other))
const unrelate = (actor: Actor, id: string, other: string) =>
  as(actor, () => unrelateConsultations(actor, id, other))
const relatedOf = async (actor: Actor, id: string) =>
  (await as(actor, () => getThread(actor, id))).related.map(({ other }) => other.id)
const find = async (actor: Actor, id: string, q: string) =>
  (await as(actor, () => openLinks(actor, id, q))).found.map((each) => each.id)

beforeAll(async () => {
  const { lin, rui } = world.people
  one = await ask(lin, world.accounts.lumen, { productId: world.product })
  two = await ask(lin, world.accounts.lumen, {
    subject: 'Fan of the drive is loud',
    productId: world.product,
  })
  auroras = await ask(rui, world.accounts.aurora, { subject: 'Drive trips at altitude' })
})

describe('two consultations of one account', () => {
  test('are related for both sides and from both ends, once, until somebody takes it back', async () => {
    const { lin, ingrid } = world.people
    await relate(lin, one, two)
    await relate(ingrid, two, one)
    expect(await relatedOf(ingrid, one)).toEqual([two])
    expect(await relatedOf(lin, two)).toEqual([one])
    expect(await eventsOf(one)).toEqual(['asked', 'related'])
    await unrelate(ingrid, two, one)
    await unrelate(ingrid, two, one)
    expect(await relatedOf(lin, one)).toEqual([])
    expect(await eventsOf(two)).toEqual(['asked', 'unrelated'])
  })

  test('refuses itself, and what the actor does not see', async () => {
    const { lin, rui, ingrid } = world.people
    await expect(relate(lin, one, one)).rejects.toThrow(Invalid)
    await expect(relate(rui, auroras, one)).rejects.toThrow(NotFound)
    await expect(relate(rui, one, auroras)).rejects.toThrow(NotFound)
    // Ingrid is not in Aurora's team.
    await expect(relate(ingrid, one, auroras)).rejects.toThrow(NotFound)
  })
})

describe('across accounts', () => {
  test('the supplier’s people who may enter both see it; no customer and no colleague of one account alone', async () => {
    const { marcus, ingrid, lin, rui } = world.people
    await relate(marcus, one, auroras)
    expect(await relatedOf(marcus, one)).toEqual([auroras])
    expect(await relatedOf(marcus, auroras)).toEqual([one])
    for (const actor of [ingrid, lin]) expect(await relatedOf(actor, one)).toEqual([])
    expect(await relatedOf(rui, auroras)).toEqual([])
    // By row-level security alone.
    for (const actor of [ingrid, lin, rui])
      expect(await as(actor, () => prisma.consultationRelation.findMany())).toEqual([])
    const event = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: one, type: 'consultation.related' },
      orderBy: { id: 'desc' },
    })
    expect(event.side).toBe('supplier')
    expect(JSON.stringify(event.payload)).not.toContain('altitude')
  })

  test('a customer cannot write such a row past the command, nor remove it', async () => {
    const { lin } = world.people
    const row = {
      ...{ consultationId: two, accountId: world.accounts.lumen, relatedById: lin.membershipId },
      ...{ otherId: auroras, otherAccountId: world.accounts.aurora },
    }
    await expect(as(lin, () => prisma.consultationRelation.create({ data: row }))).rejects.toThrow()
    expect(await as(lin, () => prisma.consultationRelation.deleteMany())).toEqual({ count: 0 })
    await expect(
      as(lin, () =>
        prisma.consultationRelation.create({
          data: {
            ...row,
            otherId: one,
            otherAccountId: world.accounts.lumen,
            relatedById: world.people.chen.membershipId,
          },
        }),
      ),
    ).rejects.toThrow()
  })

  test('a closed account is left as it is', async () => {
    const { marcus } = world.people
    const { aurora } = world.accounts
    await unscopedPrisma().account.update({ where: { id: aurora }, data: { closedAt: new Date() } })
    await expect(relate(marcus, two, auroras)).rejects.toThrow(Forbidden)
    await unscopedPrisma().account.update({ where: { id: aurora }, data: { closedAt: null } })
  })
})

describe('finding one', () => {
  test('by number, subject or part; for the supplier also in other accounts', async () => {
    const { marcus, lin, ingrid } = world.people
    expect(await find(marcus, one, 'C-0002')).toEqual([two])
    expect(await find(marcus, one, 'loud')).toEqual([two])
    expect(await find(marcus, one, 'CMD-075')).toEqual([two])
    expect(await find(marcus, one, 'trips')).toEqual([auroras])
    expect(await find(marcus, one, ' ')).toEqual([])
    for (const actor of [lin, ingrid]) expect(await find(actor, one, 'altitude')).toEqual([])
    expect(await find(lin, one, 'C-0003')).toEqual([])
  })
})

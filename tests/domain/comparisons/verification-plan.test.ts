import { beforeAll, describe, expect, test } from 'vitest'
import { beginTrial } from '#app/domain/comparisons/commands/end.server.ts'
import { signMatter } from '#app/domain/comparisons/verification/commands/sign.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { eventsOf, sharedBy } from './comparison-cases.ts'
import { measuring } from './verification-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const { agreed, plan, planOf, sign, by, view } = measuring(() => world)

describe('a measurement plan', () => {
  test('is made for what was agreed, by those who work on it, of this account', async () => {
    const id = await agreed()
    for (const [name, error] of [
      ['tomas', Forbidden],
      ['wu', NotFound],
      ['sofia', NotFound],
    ] as const)
      await expect(plan(name, id)).rejects.toThrow(error)
    const shared = await sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen)
    await expect(plan('marcus', shared)).rejects.toThrow(Conflict)
    await expect(view('marcus', shared)).rejects.toThrow(NotFound)
    await plan('lin', id)
    const { plan: written, forecast, abilities } = await view('marcus', id)
    expect(written).toMatchObject({
      revision: 1,
      agreedAt: null,
      quantities: [{ baseline: '400', price: '1' }],
    })
    expect(forecast).toEqual(['25', '25'])
    expect(abilities).toMatchObject({ plan: true, signPlan: true, enter: false })
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'comparison.planSaved',
      payload: { revision: 1 },
    })
  })

  test('names only what is of this account', async () => {
    const id = await agreed()
    const other = await agreed()
    const { optionId } = await planOf(other)
    const site = await unscopedPrisma().site.create({
      data: {
        accountId: world.accounts.aurora,
        name: 'Maia 2',
        countryCode: 'PT',
        timeZone: 'Europe/Lisbon',
      },
    })
    const [quantity] = (await planOf(id)).quantities
    await expect(plan('marcus', id, { optionId })).rejects.toThrow(Invalid)
    await expect(plan('marcus', id, { productId: site.id })).rejects.toThrow(Invalid)
    await expect(
      plan('marcus', id, { quantities: [{ ...quantity, siteId: site.id } as never] }),
    ).rejects.toThrow(Invalid)
  })

  test('changes by revisions, of two at once one, and a signature is for the one that was seen', async () => {
    const id = await agreed()
    await plan('marcus', id)
    await sign('marcus', id, 'plan')
    await expect(sign('marcus', id, 'plan')).rejects.toThrow(Conflict)
    const both = await Promise.allSettled([
      plan('lin', id, { revision: 1 }),
      plan('dev', id, { revision: 1 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { planHash, plan: changed, planSignatures } = await view('chen', id)
    expect(changed?.revision).toBe(2)
    expect(planSignatures).toEqual([])
    const old = 'a'.repeat(64)
    await expect(
      by('chen', (actor) => signMatter(actor, id, { matter: 'plan', number: 0, hash: old })),
    ).rejects.toThrow(Conflict)
    await expect(
      by('lin', (actor) => signMatter(actor, id, { matter: 'plan', number: 0, hash: planHash })),
    ).rejects.toThrow(Forbidden)
    expect(await sign('chen', id, 'plan')).toBe(false)
    expect(await sign('marcus', id, 'plan')).toBe(true)
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'comparison.planAgreed',
      payload: { hash: planHash },
    })
    await expect(plan('marcus', id, { revision: 2 })).rejects.toThrow('verification:error.frozen')
  })

  test('is frozen once both signed it, also for the owner of the database', async () => {
    const id = await agreed()
    await plan('marcus', id)
    await sign('marcus', id, 'plan')
    const database = unscopedPrisma()
    const where = { comparisonId: id }
    await expect(
      database.verificationPlan.updateMany({ where, data: { agreedAt: new Date() } }),
    ).rejects.toThrow(/both signatures/)
    await sign('chen', id, 'plan')
    for (const change of [
      database.verificationQuantity.updateMany({ where, data: { baseline: '500' } }),
      database.verificationQuantity.deleteMany({ where }),
      database.verificationPlan.updateMany({ where, data: { periods: 3 } }),
      database.verificationPlan.deleteMany({ where }),
      database.verificationSignature.updateMany({ where, data: { hash: 'x' } }),
    ])
      await expect(change).rejects.toThrow(/frozen|insert-only|stays/)
  })

  test('is frozen once the trial has begun, signed or not; and what stands there can still be signed', async () => {
    const id = await agreed()
    await plan('marcus', id)
    await by('lin', (actor) => beginTrial(actor, id, '2026-03-01'))
    await expect(plan('marcus', id, { revision: 1 })).rejects.toThrow('verification:error.frozen')
    await expect(
      unscopedPrisma().verificationQuantity.updateMany({
        where: { comparisonId: id },
        data: { baseline: '1' },
      }),
    ).rejects.toThrow(/frozen/)
    await sign('chen', id, 'plan')
    expect(await sign('marcus', id, 'plan')).toBe(true)
    const late = await agreed()
    await by('lin', (actor) => beginTrial(actor, late, '2026-03-01'))
    await expect(plan('marcus', late)).rejects.toThrow('verification:error.frozen')
  })

  test('nobody signs in the name of the other side, or of somebody else', async () => {
    const id = await agreed()
    await plan('marcus', id)
    const { plan: written, planHash: hash } = await view('marcus', id)
    if (!written) throw new Error('no plan')
    const place = {
      planId: written.id,
      comparisonId: id,
      accountId: written.accountId,
      subjectId: written.id,
    }
    const forge = (name: 'marcus' | 'rui', change: object) =>
      runAsActor(world.people[name].membershipId, () =>
        prisma.verificationSignature.createMany({
          data: {
            ...{ ...place, matter: 'plan', revision: 1, hash, signedAt: new Date(), side: 'supplier' },
            ...{ signedById: world.people[name].membershipId, ...change },
          },
        }),
      )
    await expect(forge('marcus', { side: 'customer' })).rejects.toThrow(/row-level security/)
    await expect(forge('marcus', { signedById: world.people.chen.membershipId })).rejects.toThrow(
      /row-level security/,
    )
    await expect(forge('marcus', { revision: 2 })).rejects.toThrow(/row-level security/)
    await expect(forge('rui', { side: 'customer' })).rejects.toThrow(/row-level security/)
  })

  test('is no longer written once the account is closed', async () => {
    const id = await agreed()
    const close = (closedAt: Date | null) =>
      unscopedPrisma().account.update({ where: { id: world.accounts.lumen }, data: { closedAt } })
    await close(new Date())
    await expect(plan('marcus', id)).rejects.toThrow(Forbidden)
    await expect(plan('lin', id)).rejects.toThrow(NotFound)
    await close(null)
  })
})

import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { getSight, listLookers } from '#app/domain/documents/sight/queries.server.ts'
import { type Line, whySeen } from '#app/domain/documents/sight/why.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { as, note, released } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

describe('the rules in words', () => {
  const engineer = (accounts = [{ id: 'a', supplierId: 's', isClosed: false, familyIds: ['f'] }]) => ({
    side: 'customer' as const,
    organizationId: 'c',
    functions: ['engineering' as const],
    accounts,
  })
  const document = (
    audience: (Pick<Line, 'accountId' | 'functions'> & Partial<Line>)[],
    isReleased = true,
  ) => ({
    organizationId: 's',
    isReleased,
    audience: audience.map((line) => ({ familyId: null, variantId: null, ...line })),
  })
  const toEngineers = [{ accountId: 'a', functions: ['engineering' as const] }]

  test('by account, by every account, or by both', () => {
    const both = [
      ...toEngineers,
      { accountId: null, functions: ['engineering' as const, 'quality' as const] },
    ]
    expect(whySeen(engineer(), document(both))).toEqual({
      canSee: true,
      reasons: [
        { rule: 'account', functions: ['engineering'] },
        { rule: 'everyAccount', functions: ['engineering'] },
      ],
    })
  })

  test('by a variant and by a family', () => {
    const lines = [
      { accountId: 'a', variantId: 'v', functions: ['engineering' as const] },
      { accountId: null, familyId: 'f', functions: ['engineering' as const] },
      { accountId: null, familyId: 'g', functions: ['engineering' as const] },
    ]
    expect(whySeen(engineer(), document(lines))).toEqual({
      canSee: true,
      reasons: [
        { rule: 'variant', id: 'v', functions: ['engineering'] },
        { rule: 'family', id: 'f', functions: ['engineering'] },
      ],
    })
  })

  test.each([
    ['family', engineer(), document([{ accountId: null, familyId: 'g', functions: ['engineering'] }])],
    ['noAccount', engineer([]), document(toEngineers)],
    [
      'accountClosed',
      engineer([{ id: 'a', supplierId: 's', isClosed: true, familyIds: [] }]),
      document(toEngineers),
    ],
    ['notReleased', engineer(), document(toEngineers, false)],
    ['notInAudience', engineer(), document([{ accountId: 'b', functions: ['engineering'] }])],
    ['function', engineer(), document([{ accountId: 'a', functions: ['quality'] }])],
    ['otherSupplier', { ...engineer(), side: 'supplier' as const }, document(toEngineers)],
  ])('or %s', (obstacle, looker, lookedAt) => {
    expect(whySeen(looker, lookedAt)).toEqual({ canSee: false, obstacle })
  })
})

describe('asked of a person', () => {
  test('says what the scope does, of everybody and of every audience', async () => {
    const { ingrid, dev, marcus } = world.people
    const names: PersonName[] = ['lin', 'chen', 'wu', 'lumenAdmin', 'rui', 'sofia', 'ana', 'auroraAdmin']
    const line = fc.record({
      accountIds: fc.subarray([world.accounts.lumen, world.accounts.aurora]),
      everyAccount: fc.boolean(),
      functions: fc.subarray(['logistics', 'engineering', 'purchasing', 'quality'] as const, {
        minLength: 1,
      }),
    })
    await fc.assert(
      fc.asyncProperty(line, fc.boolean(), async (audience, isReleased) => {
        const id = isReleased
          ? await released(dev, ingrid, audience)
          : (await as(dev, (actor) => createDocument(actor, note(audience)))).id
        for (const name of names) {
          const looker = world.people[name]
          const { sight } = await as(marcus, (actor) => getSight(actor, id, looker.membershipId))
          const found = await as(looker, (actor) =>
            prisma.document.count({ where: { AND: [{ id }, visibleDocuments(actor)] } }),
          )
          expect([name, sight.canSee]).toEqual([name, found === 1])
        }
      }),
      { numRuns: 8 },
    )
  })

  test('who was deactivated sees nothing', async () => {
    const { ingrid, dev, marcus, wu } = world.people
    const id = await released(ingrid, dev, { everyAccount: true, functions: ['logistics'] })
    const where = { where: { id: wu.membershipId } }
    await unscopedPrisma().membership.update({ ...where, data: { deactivatedAt: new Date() } })
    const { sight } = await as(marcus, (actor) => getSight(actor, id, wu.membershipId))
    expect(sight).toEqual({ canSee: false, obstacle: 'deactivated' })
    await unscopedPrisma().membership.update({ ...where, data: { deactivatedAt: null } })
  })

  test('is the supplier’s to ask, of the accounts that one may enter, and leaves no reading', async () => {
    const { ingrid, dev, lin, rui } = world.people
    const id = await released(ingrid, dev, { everyAccount: true, functions: ['engineering'] })
    const ask = (actor: Actor, about: Actor) => as(actor, (who) => getSight(who, id, about.membershipId))
    await expect(ask(lin, lin)).rejects.toThrow('common:error.forbidden')
    await expect(ask(ingrid, rui)).rejects.toThrow(/notFound/)
    expect((await ask(ingrid, lin)).version?.version).toBe(1)
    expect(await unscopedPrisma().documentReading.count({ where: { documentId: id } })).toBe(0)
    const names = (await as(ingrid, (actor) => listLookers(actor, ''))).map((each) => each.organizationName)
    expect(new Set(names)).toEqual(new Set(['Lumen Appliances']))
    expect(await as(dev, (actor) => listLookers(actor, '%'))).toEqual([])
  })
})

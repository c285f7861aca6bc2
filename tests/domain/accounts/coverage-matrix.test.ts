import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { assignCoverage } from '#app/domain/accounts/commands/coverage.server.ts'
import { deactivateMember } from '#app/domain/accounts/commands/members.server.ts'
import { removeFromTeam } from '#app/domain/accounts/commands/team.server.ts'
import { routeByCoverage } from '#app/domain/accounts/queries/coverage.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)
const route = (familyId: string | null = null) =>
  as(world.people.lin, () =>
    routeByCoverage(prisma, world.accounts.lumen, { function: 'engineering', familyId }),
  )

describe('the coverage matrix', () => {
  test('routes to the narrowest line, and back to the wider one when that is taken away', async () => {
    const { admin, dev, ingrid } = world.people
    const id = world.accounts.lumen
    expect(await route(world.family)).toBe(ingrid.membershipId)
    const line = { function: 'engineering' as const, familyId: world.family }
    await as(admin, () => assignCoverage(admin, id, { ...line, membershipId: dev.membershipId }))
    expect(await route(world.family)).toBe(dev.membershipId)
    expect(await route()).toBe(ingrid.membershipId)
    await as(admin, () => assignCoverage(admin, id, { ...line, membershipId: ingrid.membershipId }))
    expect(await unscopedPrisma().coverage.count({ where: { accountId: id, familyId: world.family } })).toBe(
      1,
    )
    await as(admin, () => assignCoverage(admin, id, line))
    expect(await route(world.family)).toBe(ingrid.membershipId)
    const events = await unscopedPrisma().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
    expect(events.map((e) => e.type)).toEqual(['account.covered', 'account.covered', 'account.uncovered'])
    expect(events[0]?.payload).toMatchObject({
      name: 'Dev Patel',
      family: 'Compact motor drives',
      site: null,
    })
  })

  test('each side changes its own lines, by its administrator', async () => {
    const { ingrid, lin, chen, lumenAdmin, rui, marcus, tomas } = world.people
    const id = world.accounts.lumen
    const line = { function: 'engineering' as const, membershipId: lin.membershipId }
    for (const actor of [ingrid, lin, chen]) {
      await expect(as(actor, () => assignCoverage(actor, id, line))).rejects.toThrow(Forbidden)
    }
    await expect(as(rui, () => assignCoverage(rui, id, line))).rejects.toThrow(NotFound)
    // The other side's member is no choice.
    await expect(as(marcus, () => assignCoverage(marcus, id, line))).rejects.toThrow(Invalid)
    await as(lumenAdmin, () => assignCoverage(lumenAdmin, id, line))
    const wrong = { function: 'engineering' as const, membershipId: tomas.membershipId }
    await expect(as(marcus, () => assignCoverage(marcus, id, wrong))).rejects.toThrow(Invalid)
  })

  test('sites and families of somebody else are refused', async () => {
    const { marcus, ingrid } = world.people
    const site = await unscopedPrisma().site.create({
      data: { accountId: world.accounts.aurora, name: 'Porto', countryCode: 'PT', timeZone: 'Europe/Lisbon' },
    })
    const line = { function: 'engineering' as const, membershipId: ingrid.membershipId }
    const id = world.accounts.lumen
    await expect(as(marcus, () => assignCoverage(marcus, id, { ...line, siteId: site.id }))).rejects.toThrow(
      Invalid,
    )
    await expect(
      as(marcus, () => assignCoverage(marcus, id, { ...line, familyId: world.accounts.lumen })),
    ).rejects.toThrow(Invalid)
  })

  test('who left, or is not on the team of a restricted account, is not routed to', async () => {
    const { admin, marcus, dev, rui } = world.people
    const ruis = () =>
      as(rui, () => routeByCoverage(prisma, world.accounts.aurora, { function: 'engineering' }))
    expect(await ruis()).toBe(dev.membershipId)
    await as(marcus, () => removeFromTeam(marcus, world.accounts.aurora, dev.membershipId))
    expect(await ruis()).toBeNull()
    await as(admin, () => deactivateMember(admin, world.people.ingrid.membershipId))
    expect(await route()).toBeNull()
  })
})

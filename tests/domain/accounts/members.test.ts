import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  changeMember,
  deactivateMember,
  reactivateMember,
} from '#app/domain/accounts/commands/members.server.ts'
import { getMember, listMembers, listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)
const openSessionOf = (actor: Actor, id: string) =>
  unscopedPrisma().session.create({
    data: {
      ...{ id, userId: actor.userId, membershipId: actor.membershipId },
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  })

describe('members', () => {
  test('are listed by their own side alone', async () => {
    const { lin, admin } = world.people
    expect((await as(lin, () => listMembers(lin))).map((m) => m.name).sort()).toEqual(
      ['吴敏', '林晓', '陈伟', '黄海'].sort(),
    )
    await expect(as(admin, () => getMember(admin, lin.membershipId))).rejects.toThrow(NotFound)
  })

  test('get functions of their side from their administrator', async () => {
    const { lumenAdmin, lin, admin, chen } = world.people
    const change = {
      name: '林晓',
      functions: ['engineering' as const, 'quality' as const],
      isAdministrator: false,
    }
    await as(lumenAdmin, () => changeMember(lumenAdmin, lin.membershipId, change))
    expect((await as(lumenAdmin, () => getMember(lumenAdmin, lin.membershipId))).functions).toEqual([
      'engineering',
      'quality',
    ])
    await expect(as(chen, () => changeMember(chen, lin.membershipId, change))).rejects.toThrow(Forbidden)
    await expect(as(admin, () => changeMember(admin, lin.membershipId, change))).rejects.toThrow(NotFound)
    const wrong = { ...change, functions: ['account_management' as const] }
    await expect(as(lumenAdmin, () => changeMember(lumenAdmin, lin.membershipId, wrong))).rejects.toThrow(
      Invalid,
    )
    const event = await unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: lin.membershipId } })
    expect(event).toMatchObject({
      type: 'member.changed',
      side: 'customer',
      organizationId: lin.organizationId,
    })
  })

  test('a side keeps an administrator, also when two resign at once', async () => {
    const { auroraAdmin, sofia } = world.people
    const plain = { functions: [], isAdministrator: false }
    const resign = (actor: Actor) =>
      as(actor, () => changeMember(actor, actor.membershipId, { name: actor.name, ...plain }))
    await expect(resign(auroraAdmin)).rejects.toThrow(Conflict)
    await as(auroraAdmin, () =>
      changeMember(auroraAdmin, sofia.membershipId, {
        name: sofia.name,
        functions: ['purchasing'],
        isAdministrator: true,
      }),
    )
    const second = { ...sofia, isAdministrator: true }
    const results = await Promise.allSettled([resign(auroraAdmin), resign(second)])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const left = { organizationId: sofia.organizationId, isAdministrator: true, deactivatedAt: null }
    expect(await unscopedPrisma().membership.count({ where: left })).toBe(1)
  })

  test('who is deactivated loses sessions and rows at once, and comes back', async () => {
    const { admin, quinn, tomas } = world.people
    await openSessionOf(quinn, 'a'.repeat(64))
    await openSessionOf(tomas, 'b'.repeat(64))
    expect(await as(quinn, () => prisma.account.count())).toBeGreaterThan(0)
    await as(admin, () => deactivateMember(admin, quinn.membershipId))
    expect((await unscopedPrisma().session.findMany()).map((s) => s.userId)).toEqual([tomas.userId])
    expect(await as(quinn, () => prisma.account.count())).toBe(0)
    expect(await listMemberships(quinn.userId)).toEqual([])
    await expect(as(admin, () => deactivateMember(admin, quinn.membershipId))).rejects.toThrow(Conflict)
    await as(admin, () => reactivateMember(admin, quinn.membershipId))
    expect(await as(quinn, () => prisma.account.count())).toBeGreaterThan(0)
    await expect(as(admin, () => reactivateMember(admin, quinn.membershipId))).rejects.toThrow(Conflict)
  })

  test('nobody deactivates itself, and a restricted account keeps its last member', async () => {
    const { admin, marcus, dev, tomas } = world.people
    await expect(as(admin, () => deactivateMember(admin, admin.membershipId))).rejects.toThrow(Conflict)
    await expect(as(tomas, () => deactivateMember(tomas, dev.membershipId))).rejects.toThrow(Forbidden)
    await as(admin, () => deactivateMember(admin, dev.membershipId))
    await expect(as(admin, () => deactivateMember(admin, marcus.membershipId))).rejects.toThrow(Conflict)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server.ts'
import { openAccount } from '#app/domain/accounts/commands/accounts.server.ts'
import { listJoining } from '#app/domain/accounts/queries/invitation.server.ts'
import { listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
let vera: Actor
beforeAll(async () => {
  world = await createWorld()
  const { id: organizationId } = await unscopedPrisma().organization.create({
    data: { name: 'Vestfold Motors', language: 'en', timeZone: 'Europe/Oslo' },
  })
  const user = await unscopedPrisma().user.create({
    data: { email: 'vera@vestfold.example', language: 'en' },
  })
  const { id } = await unscopedPrisma().membership.create({
    data: { userId: user.id, organizationId, side: 'supplier', name: 'Vera Holm', isAdministrator: true },
  })
  const found = await unscopedFindActor(id)
  if (!found) throw new Error('no supplier')
  vera = found
})

const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)

/** Vestfold opens an account and invites an address to administer it; gives the account and the link's token. */
async function opened(email: string, customerName: string) {
  const names = { customerName, administratorName: 'Somebody', language: 'zh' as const }
  const accountId = await as(vera, () =>
    openAccount(vera, { ...names, email, timeZone: 'Asia/Shanghai', isRestricted: false }),
  )
  const mail = await unscopedPrisma().mail.findFirstOrThrow({ where: { to: email }, orderBy: { id: 'desc' } })
  return { accountId, token: /invitation\/([\w-]+)/.exec(mail.text)?.[1] ?? '' }
}

async function signedIn(actor: Actor) {
  const { email } = await unscopedPrisma().user.findUniqueOrThrow({ where: { id: actor.userId } })
  const settings = { language: 'en', theme: 'system', timeZone: 'UTC', freshCookie: null }
  return { ...settings, sessionHash: 'd'.repeat(64), userId: actor.userId, email, actor }
}

describe('a customer of one supplier who is invited by another', () => {
  test('joins as its own organization: one organization, two suppliers, the same people', async () => {
    const { lumenAdmin, lin, ingrid } = world.people
    const { lumen } = world.organizations
    const { accountId, token } = await opened('lumenadmin@lumen.example', 'Lumen (Shenzhen)')
    expect(await listJoining(lumenAdmin.userId, accountId)).toEqual([{ id: lumen, name: 'Lumen Appliances' }])
    expect(await acceptInvitation(token, await signedIn(lumenAdmin), { as: lumen })).toBeNull()
    expect(await unscopedPrisma().account.findUnique({ where: { id: accountId } })).toMatchObject({
      customerId: lumen,
    })
    const accountsOf = (actor: Actor) => as(actor, () => prisma.account.findMany({ select: { id: true } }))
    const both = [{ id: accountId }, { id: world.accounts.lumen }]
    for (const actor of [lumenAdmin, lin]) {
      expect(await accountsOf(actor)).toEqual(expect.arrayContaining(both))
    }
    // Neither supplier sees the other's account.
    expect(await accountsOf(vera)).toEqual([{ id: accountId }])
    expect(await accountsOf(ingrid)).toEqual([{ id: world.accounts.lumen }])
    expect(await listMemberships(lumenAdmin.userId)).toHaveLength(1)
    const event = await unscopedPrisma().event.findFirstOrThrow({
      where: { type: 'account.administratorJoined' },
    })
    expect(event).toMatchObject({
      accountId,
      actorId: lumenAdmin.membershipId,
      organizationId: vera.organizationId,
    })
    await expect(acceptInvitation(token, await signedIn(lumenAdmin), { as: lumen })).rejects.toThrow(Conflict)
  })

  test('not twice, and not with an organization that the person does not administer', async () => {
    const { lumenAdmin, auroraAdmin } = world.people
    const { lumen, aurora } = world.organizations
    const again = await opened('lumenadmin@lumen.example', 'Lumen again')
    expect(await listJoining(lumenAdmin.userId, again.accountId)).toEqual([])
    for (const wrong of [lumen, aurora, vera.organizationId]) {
      const attempt = acceptInvitation(again.token, await signedIn(lumenAdmin), { as: wrong })
      await expect(attempt).rejects.toThrow(Invalid)
    }
    const other = acceptInvitation(again.token, await signedIn(auroraAdmin), { as: aurora })
    await expect(other).rejects.toThrow(Conflict)
  })

  test('joins as a new organization if it wants to, and switches between the two', async () => {
    const { auroraAdmin } = world.people
    const { token } = await opened('auroraadmin@aurora.example', 'Aurora Norte')
    expect(await acceptInvitation(token, await signedIn(auroraAdmin), {})).toBeNull()
    const names = (await listMemberships(auroraAdmin.userId)).map((each) => each.organizationName)
    expect(names).toEqual(['Aurora Refrigeração', 'Aurora Norte'])
  })
})

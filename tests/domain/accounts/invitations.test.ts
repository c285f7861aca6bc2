import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server.ts'
import {
  inviteMember,
  repeatInvitation,
  withdrawInvitation,
} from '#app/domain/accounts/commands/invitations.server.ts'
import { findInvitation } from '#app/domain/accounts/queries/invitation.server.ts'
import { listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)
const invitee = (email: string) => ({
  email,
  name: 'New Person',
  functions: ['engineering' as const],
  isAdministrator: false,
})
const strong = 'granite kettle orbit'

/** The token of the newest mail to an address. */
async function tokenFor(to: string): Promise<string> {
  const mail = await unscopedPrisma().mail.findFirstOrThrow({ where: { to }, orderBy: { id: 'desc' } })
  return /invitation\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
}
async function invited(actor: Actor, email: string) {
  const id = await as(actor, () => inviteMember(actor, invitee(email)))
  return { id, token: await tokenFor(email) }
}

describe('inviting', () => {
  test('is the administrator’s, for new addresses', async () => {
    const { lumenAdmin, lin, admin } = world.people
    const { id } = await invited(lumenAdmin, 'new@lumen.example')
    const stored = await unscopedPrisma().invitation.findUniqueOrThrow({ where: { id } })
    expect(stored).toMatchObject({ side: 'customer', organizationId: lin.organizationId, accountId: null })
    const days = (stored.expiresAt.getTime() - stored.createdAt.getTime()) / 86_400_000
    expect(days).toBeCloseTo(7, 3)
    await expect(as(lin, () => inviteMember(lin, invitee('x@lumen.example')))).rejects.toThrow(Forbidden)
    for (const email of ['new@lumen.example', 'lin@lumen.example']) {
      await expect(as(lumenAdmin, () => inviteMember(lumenAdmin, invitee(email)))).rejects.toThrow(Invalid)
    }
    const wrong = { ...invitee('y@lumen.example'), functions: ['account_management' as const] }
    await expect(as(lumenAdmin, () => inviteMember(lumenAdmin, wrong))).rejects.toThrow(Invalid)
    await expect(as(admin, () => withdrawInvitation(admin, id))).rejects.toThrow(NotFound)
    await expect(as(lin, () => withdrawInvitation(lin, id))).rejects.toThrow(Forbidden)
  })

  test('again makes the earlier link useless; withdrawn is over', async () => {
    const { admin } = world.people
    const { id, token } = await invited(admin, 'twice@halden.example')
    await as(admin, () => repeatInvitation(admin, id))
    const second = await tokenFor('twice@halden.example')
    expect(second).not.toBe(token)
    expect(await findInvitation(token)).toBeNull()
    expect((await findInvitation(second))?.state).toBe('open')
    await as(admin, () => withdrawInvitation(admin, id))
    await expect(acceptInvitation(second, null, { name: 'N', password: strong })).rejects.toThrow(Conflict)
    await expect(as(admin, () => repeatInvitation(admin, id))).rejects.toThrow(Conflict)
  })
})

describe('accepting', () => {
  test('a new person sets name and password, once', async () => {
    const { admin } = world.people
    const { token } = await invited(admin, 'nora@halden.example')
    await expect(acceptInvitation(token, null, { name: 'Nora', password: 'password1234' })).rejects.toThrow(
      Invalid,
    )
    const cookie = await acceptInvitation(token, null, { name: 'Nora Falk', password: strong })
    expect(cookie).toMatch(/HttpOnly/)
    const user = await unscopedPrisma().user.findUniqueOrThrow({
      where: { email: 'nora@halden.example' },
      include: { memberships: true },
    })
    expect(user.memberships).toMatchObject([
      { name: 'Nora Falk', functions: ['engineering'], side: 'supplier' },
    ])
    const event = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: user.memberships[0]?.id },
    })
    expect(event).toMatchObject({ type: 'member.joined', actorName: 'Nora Falk' })
    await expect(acceptInvitation(token, null, { name: 'Nora', password: strong })).rejects.toThrow(Conflict)
  })

  test('a known person needs its password or its session, and is then a member of both', async () => {
    const { auroraAdmin, ingrid, tomas } = world.people
    const passwordHash = await hashPassword(strong)
    await unscopedPrisma().credential.create({ data: { userId: ingrid.userId, passwordHash } })
    const email = 'ingrid@halden.example'
    const { token } = await invited(auroraAdmin, email)
    expect(await findInvitation(token)).toMatchObject({
      isKnown: true,
      organizationName: 'Aurora Refrigeração',
    })
    await expect(acceptInvitation(token, null, { password: 'something else' })).rejects.toThrow(Invalid)
    const signedIn = (actor: Actor, address: string) => ({
      ...{
        sessionHash: 'c'.repeat(64),
        userId: actor.userId,
        email: address,
        language: 'en',
        theme: 'system',
      },
      ...{ timeZone: 'UTC', actor, freshCookie: null },
    })
    await expect(acceptInvitation(token, signedIn(tomas, 'tomas@halden.example'), {})).rejects.toThrow(
      Conflict,
    )
    expect(await acceptInvitation(token, signedIn(ingrid, email), {})).toBeNull()
    expect((await listMemberships(ingrid.userId)).map((m) => [m.organizationName, m.side])).toEqual([
      ['Halden Components', 'supplier'],
      ['Aurora Refrigeração', 'customer'],
    ])
  })

  test('after seven days the link is over', async () => {
    const { admin } = world.people
    const { token } = await invited(admin, 'late@halden.example')
    const back = setClock(() => new Date(Date.now() + 7 * 86_400_000 + 1000))
    try {
      expect((await findInvitation(token))?.state).toBe('expired')
      await expect(acceptInvitation(token, null, { name: 'Late', password: strong })).rejects.toThrow(
        Conflict,
      )
    } finally {
      back()
    }
  })

  test('of two at once one is let in', async () => {
    const { admin } = world.people
    const { token } = await invited(admin, 'race@halden.example')
    const accept = () => acceptInvitation(token, null, { name: 'Race', password: strong })
    const results = await Promise.allSettled([accept(), accept()])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  })
})

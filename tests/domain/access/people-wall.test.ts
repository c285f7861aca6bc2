import { beforeAll, expect, test } from 'vitest'
import { prisma, runAsActor } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRival, type Rival } from '#tests/support/rival.ts'
import { createWorld, type World } from '#tests/support/world.ts'

// What a member could write past every command about people and accounts: the database alone refuses it.
useTestDatabase()
let world: World
let rival: Rival

beforeAll(async () => {
  world = await createWorld()
  rival = await createRival()
})

const refused = /row-level security/
const asMallory = <T>(work: () => Promise<T>) => runAsActor(rival.member, work)
const asLin = <T>(work: () => Promise<T>) => runAsActor(world.people.lin.membershipId, work)

test('an invitation leads to the own side or to the customer of an own account, and stays on its way', async () => {
  const base = () => ({
    ...{
      email: 'x@x.example',
      name: 'X',
      tokenHash: crypto.randomUUID(),
      expiresAt: new Date(Date.now() + 1e9),
    },
    ...{ inviterId: rival.organization, invitedById: rival.member, organizationId: rival.organization },
    side: 'supplier' as const,
  })
  const invite = (given: object) =>
    asMallory(() => prisma.invitation.create({ data: { ...base(), ...given } }))
  const { lumen, halden } = world.organizations
  for (const given of [
    { organizationId: halden },
    { organizationId: lumen, side: 'customer' },
    { organizationId: lumen, side: 'customer', accountId: world.accounts.lumen },
    { invitedById: world.people.ingrid.membershipId },
    { inviterId: halden },
  ]) {
    await expect(invite(given)).rejects.toThrow(refused)
  }
  const { id } = await invite({})
  const change = (data: object) => asMallory(() => prisma.invitation.update({ where: { id }, data }))
  await expect(change({ organizationId: halden })).rejects.toThrow(/fixed/)
  await expect(change({ isAdministrator: true })).rejects.toThrow(/fixed/)
  await change({ tokenHash: 'again', expiresAt: new Date() })
})

test('an event is written into the own record alone', async () => {
  const { lumen, halden, aurora } = world.organizations
  const write = (given: object) =>
    asLin(() =>
      prisma.event.create({
        data: {
          ...{ type: 'user.signedIn', version: 1, subjectType: 'user', subjectId: world.people.lin.userId },
          ...{
            actorId: world.people.lin.membershipId,
            actorName: 'x',
            actorOrganizationId: lumen,
            payload: {},
          },
          ...{ organizationId: lumen, ...given },
        },
      }),
    )
  for (const given of [
    { organizationId: aurora },
    { organizationId: halden },
    { organizationId: aurora, accountId: world.accounts.lumen },
    { actorOrganizationId: aurora },
    { organizationId: halden, accountId: world.accounts.aurora },
  ]) {
    await expect(write(given)).rejects.toThrow(refused)
  }
  await write({})
  await write({ organizationId: halden, accountId: world.accounts.lumen })
})

test('consultations and comparisons belong to the account’s supplier, teams and coverage to own people', async () => {
  const { lumen, aurora } = world.organizations
  const { lin, ingrid } = world.people
  const asked = {
    ...{ accountId: world.accounts.lumen, number: 1, subject: 'x', language: 'en' },
    function: 'engineering' as const,
    askedById: lin.membershipId,
  }
  for (const organizationId of [lumen, aurora]) {
    await expect(
      asLin(() => prisma.consultation.create({ data: { ...asked, organizationId } })),
    ).rejects.toThrow(refused)
  }
  const asIngrid = <T>(work: () => Promise<T>) => runAsActor(ingrid.membershipId, work)
  const place = { accountId: world.accounts.lumen, membershipId: lin.membershipId }
  await expect(asIngrid(() => prisma.teamMember.create({ data: place }))).rejects.toThrow(refused)
  await expect(
    asIngrid(() => prisma.coverage.create({ data: { ...place, side: 'supplier', function: 'engineering' } })),
  ).rejects.toThrow(refused)
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import {
  closeAccount,
  inviteAdministrator,
  openAccount,
  reopenAccount,
  setRestricted,
} from '#app/domain/accounts/commands/accounts.server.ts'
import { saveSite } from '#app/domain/accounts/commands/sites.server.ts'
import { addToTeam, removeFromTeam } from '#app/domain/accounts/commands/team.server.ts'
import { getAccount, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listMembersOfAccount } from '#app/domain/accounts/queries/members-of-account.server.ts'
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
const events = (subjectId: string) =>
  unscopedPrisma().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })

const opening = (customerName: string) => ({
  ...{ customerName, language: 'ru' as const, timeZone: 'Asia/Yekaterinburg', isRestricted: false },
  ...{
    administratorName: 'Игорь Зуев',
    email: `admin@${customerName.toLowerCase().replace(/\W/g, '')}.example`,
  },
})

describe('opening an account', () => {
  test('makes organization, account with its opener on the team, and the invitation with its mail', async () => {
    const { marcus } = world.people
    const id = await as(marcus, () => openAccount(marcus, opening('Ural Kholod')))
    const account = await as(marcus, () => getAccount(marcus, id))
    expect(account).toMatchObject({
      number: 3,
      customer: { name: 'Ural Kholod', language: 'ru' },
      closedAt: null,
    })
    const invitation = await unscopedPrisma().invitation.findFirstOrThrow({ where: { accountId: id } })
    expect(invitation).toMatchObject({
      side: 'customer',
      isAdministrator: true,
      inviterId: marcus.organizationId,
    })
    const mail = await unscopedPrisma().mail.findFirstOrThrow({ where: { to: invitation.email } })
    expect(mail).toMatchObject({ template: 'invitation', language: 'ru' })
    expect((await events(id)).map((e) => e.type)).toEqual(['account.opened'])
    const members = await as(marcus, () => listMembersOfAccount(marcus, id))
    expect(members.filter((m) => m.isOnTeam).map((m) => m.name)).toEqual(['Marcus Reed'])
  })
  test('is refused to engineers and to customers, and for a customer that is there', async () => {
    const { ingrid, lumenAdmin, admin } = world.people
    for (const actor of [ingrid, lumenAdmin]) {
      await expect(as(actor, () => openAccount(actor, opening('Nobody')))).rejects.toThrow(Forbidden)
    }
    await expect(as(admin, () => openAccount(admin, opening('lumen appliances')))).rejects.toThrow(Invalid)
  })
  test('the administrator is invited again as long as the customer has none', async () => {
    const { admin, ingrid } = world.people
    const id = await as(admin, () => openAccount(admin, opening('Norte Frio')))
    const again = { administratorName: 'Rita', email: 'rita@norte.example' }
    await as(admin, () => inviteAdministrator(admin, id, again))
    expect(await unscopedPrisma().invitation.count({ where: { accountId: id } })).toBe(2)
    await expect(as(ingrid, () => inviteAdministrator(ingrid, id, again))).rejects.toThrow(Forbidden)
    const other = world.accounts.lumen
    await expect(as(admin, () => inviteAdministrator(admin, other, again))).rejects.toThrow(Conflict)
  })
})

describe('who sees an account', () => {
  test('the customer its own, the supplier all but restricted ones of other teams', async () => {
    const { lin, rui, ingrid, dev } = world.people
    const names = async (actor: Actor) => (await as(actor, () => listAccounts(actor))).map((a) => a.id)
    expect(await names(lin)).toEqual([world.accounts.lumen])
    expect(await names(rui)).toEqual([world.accounts.aurora])
    expect(await names(ingrid)).not.toContain(world.accounts.aurora)
    expect(await names(dev)).toEqual(expect.arrayContaining([world.accounts.lumen, world.accounts.aurora]))
  })
  test('for everybody else it does not exist', async () => {
    const { lin, ingrid } = world.people
    for (const actor of [lin, ingrid]) {
      await expect(as(actor, () => getAccount(actor, world.accounts.aurora))).rejects.toThrow(NotFound)
      await expect(as(actor, () => getAccount(actor, 'not-an-id'))).rejects.toThrow(NotFound)
    }
  })
  test('a closed account is lost to the customer and comes back', async () => {
    const { marcus, rui, tomas } = world.people
    const id = world.accounts.aurora
    await as(marcus, () => closeAccount(marcus, id))
    await expect(as(rui, () => getAccount(rui, id))).rejects.toThrow(NotFound)
    expect((await as(marcus, () => getAccount(marcus, id))).closedAt).toBeInstanceOf(Date)
    await expect(as(marcus, () => closeAccount(marcus, id))).rejects.toThrow(Conflict)
    await expect(as(tomas, () => closeAccount(tomas, world.accounts.lumen))).rejects.toThrow(Forbidden)
    await as(marcus, () => reopenAccount(marcus, id))
    await as(rui, () => getAccount(rui, id))
    await expect(as(marcus, () => reopenAccount(marcus, id))).rejects.toThrow(Conflict)
  })
})

describe('team and restriction', () => {
  test('only who is on the team can restrict; a restricted account keeps somebody', async () => {
    const { admin, marcus, ingrid, tomas, quinn } = world.people
    const id = world.accounts.lumen
    await expect(as(admin, () => setRestricted(admin, id, true))).rejects.toThrow(Conflict)
    await as(marcus, () => setRestricted(marcus, id, true))
    await expect(as(quinn, () => getAccount(quinn, id))).rejects.toThrow(NotFound)
    await as(marcus, () => removeFromTeam(marcus, id, ingrid.membershipId))
    await expect(as(ingrid, () => getAccount(ingrid, id))).rejects.toThrow(NotFound)
    await as(marcus, () => removeFromTeam(marcus, id, tomas.membershipId))
    await expect(as(marcus, () => removeFromTeam(marcus, id, marcus.membershipId))).rejects.toThrow(Conflict)
    await as(marcus, () => addToTeam(marcus, id, ingrid.membershipId))
    await as(ingrid, () => getAccount(ingrid, id))
    await expect(as(marcus, () => addToTeam(marcus, id, ingrid.membershipId))).rejects.toThrow(Conflict)
    await as(marcus, () => setRestricted(marcus, id, false))
  })
  test('nobody of another organization joins a team, and no engineer changes one', async () => {
    const { marcus, ingrid, lin, quinn } = world.people
    const id = world.accounts.lumen
    await expect(as(marcus, () => addToTeam(marcus, id, lin.membershipId))).rejects.toThrow(NotFound)
    await expect(as(ingrid, () => addToTeam(ingrid, id, quinn.membershipId))).rejects.toThrow(Forbidden)
  })
})

test('sites are added and renamed by logistics and administrators of both sides', async () => {
  const { wu, lin, rui, tomas } = world.people
  const id = world.accounts.lumen
  const site = { name: 'Shenzhen 2', countryCode: 'CN', timeZone: 'Asia/Shanghai' }
  const siteId = await as(wu, () => saveSite(wu, id, site))
  await as(tomas, () => saveSite(tomas, id, { ...site, siteId, name: 'Shenzhen North' }))
  expect((await unscopedPrisma().site.findUniqueOrThrow({ where: { id: siteId } })).name).toBe(
    'Shenzhen North',
  )
  await expect(as(wu, () => saveSite(wu, id, { ...site, name: 'Shenzhen North' }))).rejects.toThrow(Invalid)
  await expect(as(lin, () => saveSite(lin, id, site))).rejects.toThrow(Forbidden)
  await expect(as(rui, () => saveSite(rui, id, site))).rejects.toThrow(NotFound)
})

import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { eraseMember } from '#app/domain/accounts/commands/erase-member.server.ts'
import { inviteMember } from '#app/domain/accounts/commands/invitations.server.ts'
import {
  changeMember,
  deactivateMember,
  reactivateMember,
} from '#app/domain/accounts/commands/members.server.ts'
import { getMember, listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { consultationAudience } from '#app/domain/consultations/audience.server.ts'
import { consultationEvents } from '#app/domain/consultations/events.ts'
import { documentEvents } from '#app/domain/documents/events.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { sendMail } from '#app/domain/notifications/delivery.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { prisma, runAsActor, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { ask } from '#tests/domain/consultations/support.ts'
import { released } from '#tests/domain/documents/notes.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/counterpart-erase-${process.pid}`
})
useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const device = { requestId: 'r', ipAddress: '203.0.113.77', userAgent: 'Lin’s own browser' }
const as = <T>(actor: Actor, work: () => Promise<T>) =>
  requestOrigin.run(device, () => runAsActor(actor.membershipId, work))
const erase = (by: Actor, whom: Actor, name = whom.name) =>
  as(by, () => eraseMember(by, whom.membershipId, name))
const leave = (by: Actor, whom: Actor) => as(by, () => deactivateMember(by, whom.membershipId))

/** The tables that still hold one of these texts. */
async function tablesWith(...texts: string[]): Promise<string[]> {
  const tables = await unscopedPrisma().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await unscopedPrisma().$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${name}" AS t WHERE EXISTS (
         SELECT 1 FROM unnest($1::text[]) AS x WHERE strpos(t::text, x) > 0)`,
      texts,
    )
    if (row?.n) found.push(name)
  }
  return found
}

const react = (eventId: string) =>
  onEvent(reaction(consultationEvents.definitions, consultationAudience))({ eventId })

/** A person who was invited, renamed, asked, was told and mailed, and of whom others were told. */
async function lived(): Promise<string> {
  const { lumenAdmin, lin, ingrid, dev, wu } = world.people
  const { email } = await unscopedPrisma().user.findUniqueOrThrow({ where: { id: lin.userId } })
  const invited = { email: 'lin.old@lumen.example', name: 'Lin', functions: [], isAdministrator: false }
  await as(lumenAdmin, () => inviteMember(lumenAdmin, invited))
  await unscopedPrisma().invitation.updateMany({ where: { email: invited.email }, data: { email } })
  const renamed = { name: '林小晓', functions: lin.functions, isAdministrator: false }
  await as(lumenAdmin, () => changeMember(lumenAdmin, lin.membershipId, renamed))
  await as(lumenAdmin, () => changeMember(lumenAdmin, lin.membershipId, { ...renamed, name: lin.name }))
  await unscopedPrisma().credential.create({
    data: { userId: lin.userId, passwordHash: await hashPassword('granite kettle orbit') },
  })
  const id = await ask(lin, world.accounts.lumen)
  const asked = await unscopedPrisma().event.findFirstOrThrow({ where: { type: 'consultation.asked' } })
  await react(asked.id)
  for (const each of [ingrid, wu]) await sendDigest({ membershipId: each.membershipId })
  for (const { id } of await unscopedPrisma().mail.findMany()) await sendMail({ mailId: id })
  // A colleague of the supplier looked at a document as this reader: the event has the name and no id.
  const note = await released(ingrid, dev, {
    accountIds: [world.accounts.lumen],
    functions: ['engineering'],
  })
  const named = { number: 'TN-0001', title: 'Efficiency', version: 1 }
  await as(ingrid, () =>
    transact((tx) =>
      record(
        tx,
        ingrid,
        documentEvents.viewedAs(
          { id: note, organizationId: world.organizations.halden, accountId: world.accounts.lumen },
          { ...named, member: lin.name, organization: 'Lumen Appliances' },
          'supplier',
        ),
      ),
    ),
  )
  return id
}

describe('erasing a person', () => {
  test('leaves the records and takes the name, the address and where it came from out of all of them', async () => {
    const { lumenAdmin, lin } = world.people
    const id = await lived()
    const traces = [lin.name, '林小晓', 'lin@lumen.example', device.userAgent]
    expect(await tablesWith(...traces)).toEqual(
      expect.arrayContaining(['event', 'invitation', 'mail', 'membership', 'notification', 'user']),
    )
    const events = await unscopedPrisma().event.count()
    await leave(lumenAdmin, lin)
    await erase(lumenAdmin, lin)
    expect(await tablesWith(lin.name, '林小晓', 'lin@lumen.example')).toEqual([])
    // The administrator's own device stays.
    expect(
      await unscopedPrisma().event.count({ where: { actorId: lin.membershipId, ipAddress: { not: '' } } }),
    ).toBe(0)
    const consultation = await unscopedPrisma().consultation.findUniqueOrThrow({
      where: { id },
      select: { subject: true, askedBy: { select: { name: true, functions: true, erasedAt: true } } },
    })
    expect(consultation).toEqual({
      subject: 'Drive trips at 40 °C',
      askedBy: { name: '已删除的人员', functions: [], erasedAt: expect.any(Date) },
    })
    expect(await unscopedPrisma().event.count()).toBe(events + 2)
    const last = await unscopedPrisma().event.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(last).toMatchObject({
      ...{ type: 'member.erased', side: 'customer', subjectId: lin.membershipId, payload: {} },
      ...{ actorId: lumenAdmin.membershipId, ipAddress: device.ipAddress },
    })
    expect(await unscopedPrisma().credential.count({ where: { userId: lin.userId } })).toBe(0)
    await expect(erase(lumenAdmin, lin, '已删除的人员')).rejects.toThrow(Conflict)
    await expect(as(lumenAdmin, () => reactivateMember(lumenAdmin, lin.membershipId))).rejects.toThrow(
      Conflict,
    )
    expect(await as(lumenAdmin, () => getMember(lumenAdmin, lin.membershipId))).toMatchObject({
      email: `erased-${lin.membershipId}@erased.invalid`,
    })
  }, 60_000)

  test('is for an administrator of the own side, of somebody who has left, whose name is repeated', async () => {
    const { admin, lumenAdmin, ingrid, quinn } = world.people
    await expect(erase(admin, quinn)).rejects.toThrow(new Conflict('accounts:error.deactivateFirst'))
    await leave(admin, quinn)
    await expect(erase(ingrid, quinn)).rejects.toThrow(Forbidden)
    await expect(erase(lumenAdmin, quinn)).rejects.toThrow(NotFound)
    await expect(erase(admin, quinn, 'Quin Abbott')).rejects.toThrow(Invalid)
    // The database asks again, whoever calls it.
    for (const other of [ingrid, lumenAdmin]) {
      const call = as(
        other,
        () => prisma.$queryRaw`
          SELECT app_erase_person(${quinn.membershipId}::uuid, 'x', ${crypto.randomUUID()}::uuid, now())::text`,
      )
      await expect(call).rejects.toThrow(/not erased by this actor/)
    }
    expect(await tablesWith(quinn.name)).toContain('membership')
    await erase(admin, quinn, '  Quinn   Abbott ')
    expect(await tablesWith(quinn.name)).toEqual([])
  })

  test('of a member of two organizations takes what one of them recorded, and no more', async () => {
    const { lumenAdmin, rui } = world.people
    const { userId } = rui
    const second = await unscopedPrisma().membership.create({
      data: { userId, organizationId: world.organizations.lumen, side: 'customer', name: 'Rui T.' },
    })
    const twin = { ...rui, membershipId: second.id, name: 'Rui T.' }
    await leave(lumenAdmin, twin)
    await erase(lumenAdmin, twin)
    expect(await tablesWith('Rui T.')).toEqual([])
    expect(await unscopedPrisma().user.findUnique({ where: { id: userId } })).toMatchObject({
      email: 'rui@aurora.example',
    })
    expect(await listMemberships(userId)).toMatchObject([{ membershipId: rui.membershipId }])
    const { user } = await unscopedPrisma().membership.findUniqueOrThrow({
      where: { id: second.id },
      select: { user: { select: { id: true, credential: true } } },
    })
    expect(user.id).not.toBe(userId)
    expect(user.credential).toBeNull()
  })

  test('leaves events insert-only for everybody else, and what is erased as it is', async () => {
    const where = { type: 'member.erased' }
    await expect(unscopedPrisma().event.updateMany({ where, data: { actorName: 'x' } })).rejects.toThrow(
      /insert-only/,
    )
    await expect(unscopedPrisma().event.deleteMany({ where })).rejects.toThrow(/insert-only/)
    const erased = { erasedAt: { not: null } }
    await expect(
      unscopedPrisma().membership.updateMany({ where: erased, data: { name: 'x' } }),
    ).rejects.toThrow(/never changed/)
  })
})

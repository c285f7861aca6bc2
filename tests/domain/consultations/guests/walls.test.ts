import { beforeAll, describe, expect, test } from 'vitest'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { writeAsGuest } from '#app/domain/consultations/guests/commands/write.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { as } from '../support.ts'
import { asItsMembership, asSeat, type Guest, letIn } from './support.ts'

// In a guest's name every table is empty: what it reads comes through the functions of migration 0120 alone.
const world = useWorld()
useTestStorage()
let records: Records
let guest: Guest
beforeAll(async () => {
  records = await createRecords(world)
  const { ingrid } = world.people
  guest = await letIn(ingrid, records.consultations.lumen, { view: 'all' })
  await as(ingrid, () =>
    postMessage(ingrid, records.consultations.lumen, { lane: 'shared', body: 'Which grease?', fileIds: [] }),
  )
})

interface Counted {
  name: string
  rows: number
}

async function count(run: typeof prisma): Promise<Counted[]> {
  const tables = await unscopedPrisma().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname NOT IN ('_prisma_migrations', 'rate_limit')
    ORDER BY 1`
  const counted: Counted[] = []
  for (const { name } of tables) {
    const [row] = await run.$queryRawUnsafe<{ rows: number }[]>(`SELECT count(*)::int AS rows FROM "${name}"`)
    counted.push({ name, rows: row?.rows ?? 0 })
  }
  return counted
}

describe('a guest and the tables', () => {
  test('of every table of the database it sees nothing', async () => {
    const there = await count(unscopedPrisma())
    expect(there.length).toBeGreaterThan(90)
    // The world of the tests fills most of them.
    expect(there.filter(({ rows }) => rows > 0).length).toBeGreaterThan(60)
    const seen = await asItsMembership(guest, () => count(prisma))
    expect(seen.map(({ name }) => name)).toEqual(there.map(({ name }) => name))
    expect(seen.filter(({ rows }) => rows > 0)).toEqual([])
  }, 60_000)

  test('of its own a file alone, that it sent and did not attach yet', async () => {
    await asItsMembership(guest, async () => {
      const { organizationId } = await unscopedPrisma().membership.findUniqueOrThrow({
        where: { id: guest.membershipId },
      })
      const given = { organizationId, uploadedById: guest.membershipId, name: 'a.txt', type: 'text/plain' }
      const file = { ...given, key: `upload/${crypto.randomUUID()}`, size: 1 }
      await prisma.file.create({ data: file })
      const seen = await count(prisma)
      expect(seen.filter(({ rows }) => rows > 0)).toEqual([{ name: 'file', rows: 1 }])
      const lumens = { ...file, key: 'upload/other', organizationId: world.organizations.lumen }
      await expect(prisma.file.create({ data: lumens })).rejects.toThrow()
    })
  })

  test('the database knows it of no side, no organization, no account', async () => {
    const [known] = await asItsMembership(
      guest,
      () => prisma.$queryRaw<Record<string, unknown>[]>`
        SELECT app_side() AS side, app_organization() AS organization, app_accounts() AS accounts, app_lent() AS lent,
               app_organizations() AS organizations, app_suppliers() AS suppliers, app_functions()::text[] AS functions,
               (SELECT count(*)::int FROM app_memberships()) AS memberships`,
    )
    expect(known).toEqual({
      ...{ side: null, organization: null, accounts: [], lent: [], organizations: [], suppliers: [] },
      ...{ functions: [], memberships: 0 },
    })
    expect(await unscopedFindActor(guest.membershipId)).toBeNull()
  })

  test('it writes into no table by itself, and changes none', async () => {
    const { lumen } = records.consultations
    const place = { consultationId: lumen, accountId: world.accounts.lumen }
    const { membershipId } = guest
    await asItsMembership(guest, async () => {
      const message = { ...place, authorId: membershipId, body: 'x', language: 'en' }
      for (const lane of ['shared', 'internal', 'private'] as const)
        await expect(prisma.message.createMany({ data: [{ ...message, lane }] })).rejects.toThrow()
      const participant = {
        ...place,
        membershipId,
        side: 'supplier',
        grade: 'decide',
        addedById: membershipId,
      } as const
      await expect(prisma.consultationParticipant.createMany({ data: [participant] })).rejects.toThrow()
      const view = { ...place, membershipId, seenAt: new Date() }
      await expect(prisma.consultationView.createMany({ data: [view] })).rejects.toThrow()
      for (const changed of [
        await prisma.consultation.updateMany({ data: { subject: 'Mine' } }),
        await prisma.message.updateMany({ data: { body: 'Mine' } }),
        await prisma.membership.updateMany({ data: { name: 'Mine' } }),
        await prisma.consultationGuest.updateMany({ data: { grade: 'write' } }),
        await prisma.user.updateMany({ data: { email: 'mine@corvid.example' } }),
        await prisma.organization.updateMany({ data: { name: 'Mine' } }),
      ])
        expect(changed.count).toBe(0)
      for (const type of ['consultation.closed', 'consultation.guestInvited', 'user.signedIn'])
        await expect(event(type, lumen)).rejects.toThrow()
      await expect(event('consultation.guestWrote', records.consultations.aurora)).rejects.toThrow()
      await event('consultation.guestWrote', lumen)
    })
  })

  async function event(type: string, subjectId: string) {
    const account = type.startsWith('user') ? null : world.accounts.lumen
    await prisma.$executeRaw`
      INSERT INTO event (id, type, version, organization_id, account_id, subject_type, subject_id, actor_id, actor_name,
                         payload, occurred_at, request_id, ip_address, user_agent)
      VALUES (gen_random_uuid(), ${type}, 1, ${world.organizations.halden}::uuid, ${account}::uuid, ${type.split('.')[0]},
              ${subjectId}::uuid, ${guest.membershipId}::uuid, 'Nadia', '{}', now(), '', '', '')`
  }

  test('what it wrote stands in the shared lane, and nowhere else', async () => {
    const id = await asSeat(guest, (seat) => writeAsGuest(seat, { body: 'Polyurea.', fileIds: [] }))
    const message = await unscopedPrisma().message.findUniqueOrThrow({ where: { id } })
    expect(message).toMatchObject({
      ...{ lane: 'shared', authorId: guest.membershipId, consultationId: records.consultations.lumen },
      accountId: world.accounts.lumen,
    })
  })
})

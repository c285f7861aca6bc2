import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { exportEvents } from '#app/domain/audit/export.server.ts'
import { type AuditFilters, endOfDay, startOfDay } from '#app/domain/audit/filters.ts'
import { countEvents, listEvents } from '#app/domain/audit/queries.server.ts'
import { countQueries, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()

let world: World
interface Given {
  name: string
  by: Actor
  account?: string
  side?: Actor['side']
  organizationId?: string
  at?: string
  type?: string
}
const subject = crypto.randomUUID()

async function happen({ name, by, account, side, organizationId, at, type = 'consultation.asked' }: Given) {
  await unscopedPrisma().event.create({
    data: {
      type,
      version: 1,
      organizationId: organizationId ?? (account ? world.organizations.halden : by.organizationId),
      accountId: account ?? null,
      side: side ?? null,
      subjectType: type.split('.')[0] ?? '',
      subjectId: subject,
      actorId: by.membershipId,
      actorName: by.name,
      actorOrganizationId: by.organizationId,
      payload: { number: name, subject: '=SUM(1;2)' },
      occurredAt: new Date(at ?? '2025-05-12T10:00:00Z'),
      ipAddress: '203.0.113.7',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130',
      requestId: 'r1',
    },
  })
}

beforeAll(async () => {
  world = await createWorld()
  const { lumen, aurora } = world.accounts
  const { ingrid, dev, lin, rui, admin, lumenAdmin } = world.people
  await happen({ name: 'asked', by: lin, account: lumen })
  await happen({ name: 'internal', by: ingrid, account: lumen, side: 'supplier' })
  await happen({ name: 'private', by: lin, account: lumen, side: 'customer' })
  await happen({ name: 'aurora', by: rui, account: aurora })
  await happen({ name: 'auroraByDev', by: dev, account: aurora })
  await happen({
    name: 'haldenSignIn',
    by: admin,
    side: 'supplier',
    type: 'user.signedIn',
    at: '2025-05-13T23:30:00Z',
  })
  await happen({ name: 'lumenSignIn', by: lumenAdmin, side: 'customer', type: 'user.signedIn' })
  await happen({
    name: 'invitedForOther',
    by: admin,
    side: 'supplier',
    organizationId: world.organizations.lumen,
    type: 'invitation.sent',
  })
})

const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)
async function seen(actor: Actor, filters: AuditFilters = {}): Promise<unknown[]> {
  const page = await as(actor, () => listEvents(actor, filters))
  return page.items.map(({ payload }) => payload.number)
}

describe('the audit', () => {
  test('is for administrators', async () => {
    const { lin, ingrid } = world.people
    await expect(as(lin, () => listEvents(lin, {}))).rejects.toThrow(Forbidden)
    await expect(as(ingrid, () => countEvents(ingrid, {}))).rejects.toThrow(Forbidden)
    expect(() => exportEvents(lin, {})).toThrow(Forbidden)
  })

  test('shows the own organization and its accounts, newest first, and never what the other side keeps to itself', async () => {
    // Aurora's account is restricted, and this administrator is not on its team.
    expect(await seen(world.people.admin)).toEqual(['invitedForOther', 'haldenSignIn', 'internal', 'asked'])
    expect(await seen(world.people.lumenAdmin)).toEqual(['lumenSignIn', 'private', 'asked'])
    expect(await seen(world.people.auroraAdmin)).toEqual(['auroraByDev', 'aurora'])
  })

  test('shows where the own people came from, not the other side’s', async () => {
    const { admin } = world.people
    const { items } = await as(admin, () => listEvents(admin, {}))
    const places = Object.fromEntries(items.map((entry) => [entry.payload.number, entry.ipAddress]))
    expect(places).toEqual({
      invitedForOther: '203.0.113.7',
      haldenSignIn: '203.0.113.7',
      internal: '203.0.113.7',
      asked: '',
    })
    expect(items.find((entry) => entry.payload.number === 'asked')?.actorOrganization).toBe(
      'Lumen Appliances',
    )
  })

  test('filters by person, type, kind, record and day in the reader’s zone', async () => {
    const { admin, ingrid } = world.people
    expect(await seen(admin, { person: ingrid.membershipId })).toEqual(['internal'])
    expect(await seen(admin, { type: 'user.signedIn' })).toEqual(['haldenSignIn'])
    expect(await seen(admin, { type: 'consultation' })).toEqual(['internal', 'asked'])
    expect(await seen(admin, { subject: crypto.randomUUID() })).toEqual([])
    expect(await seen(admin, { from: '2025-05-13', to: '2025-05-13' })).toEqual(['haldenSignIn'])
    const inTokyo = { ...admin, timeZone: 'Asia/Tokyo' }
    expect(await seen(inTokyo, { from: '2025-05-13', to: '2025-05-13' })).toEqual([])
    expect(await seen(inTokyo, { from: '2025-05-14', to: '2025-05-14' })).toEqual(['haldenSignIn'])
  })

  test('pages by cursor without a gap, and counts what the filters leave', async () => {
    const { admin } = world.people
    const first = await as(admin, () => listEvents(admin, {}, 3))
    const second = await as(admin, () => listEvents(admin, { after: first.next ?? '' }, 3))
    expect([...first.items, ...second.items].map(({ payload }) => payload.number)).toEqual(await seen(admin))
    expect(second.next).toBeNull()
    expect(await as(admin, () => countEvents(admin, { after: first.next ?? '' }))).toBe(4)
  })

  test('exports everything as CSV that no spreadsheet takes for formulas', async () => {
    const { admin } = world.people
    const bytes = await new Response(exportEvents(admin, { type: 'consultation' })).arrayBuffer()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const [head, ...lines] = text.trimEnd().split('\r\n')
    expect(head).toBe(
      '\uFEFFTime (UTC),Person,Organization,What,Type,Record,Record id,Network address,Device,Request',
    )
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('2025-05-12T10:00:00.000Z,林晓,Lumen Appliances,')
    expect(text).not.toMatch(/(^|,)[=+@]/m)
  })

  test('a page is one statement', async () => {
    const { admin } = world.people
    const { statements } = await countQueries(() => as(admin, () => listEvents(admin, {})))
    expect(statements).toHaveLength(1)
  })
})

test('a day begins at midnight of the zone, also when clocks change', () => {
  expect(startOfDay('2025-03-30', 'Europe/Lisbon').toISOString()).toBe('2025-03-30T00:00:00.000Z')
  expect(endOfDay('2025-03-30', 'Europe/Lisbon').toISOString()).toBe('2025-03-30T23:00:00.000Z')
  expect(startOfDay('2025-07-01', 'America/Los_Angeles').toISOString()).toBe('2025-07-01T07:00:00.000Z')
  expect(startOfDay('2025-07-01', 'Asia/Kolkata').toISOString()).toBe('2025-06-30T18:30:00.000Z')
})

import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#app/domain/access/actor.ts'
import type { Audience } from '#app/domain/events/audience.ts'
import { defineEvents } from '#app/domain/events/define.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { countQueries, runAsActor, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()

const payload = z.object({ number: z.string(), subject: z.string() })
const events = defineEvents('consultation', {
  asked: { version: 1, payload },
  noted: { version: 1, payload },
})

let world: World
let audience: string[]
const hears: Audience = async () => audience
const react = onEvent(
  reaction(events.definitions, { 'consultation.asked': hears, 'consultation.noted': hears }),
)

beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  const everybody: Actor[] = Object.values(world.people)
  audience = everybody.map((each) => each.membershipId)
  await unscopedPrisma().notification.deleteMany()
  await unscopedPrisma().$executeRaw`DELETE FROM graphile_worker._private_jobs`
})

async function consult(account: string, by: Actor) {
  return unscopedPrisma().consultation.create({
    data: {
      accountId: account,
      organizationId: world.organizations.halden,
      number: await unscopedPrisma().consultation.count(),
      subject: 'Derating',
      function: 'engineering',
      language: 'en',
      askedById: by.membershipId,
    },
  })
}

async function recorded(by: Actor, account: string, side: Actor['side'] | null = null): Promise<string> {
  const { id } = await consult(account, by)
  const event = events[side ? 'noted' : 'asked'](
    { id, organizationId: world.organizations.halden, accountId: account },
    { number: 'C-0001', subject: 'Derating' },
    side,
  )
  return runAsActor(by.membershipId, () => transact((tx) => record(tx, by, event)))
}

async function heardBy(): Promise<string[]> {
  const rows = await unscopedPrisma().notification.findMany({ select: { membershipId: true } })
  const name = (id: string) =>
    Object.entries(world.people).find(([, actor]) => actor.membershipId === id)?.[0] ?? id
  return rows.map((row) => name(row.membershipId)).sort()
}

const jobs = () =>
  unscopedPrisma().$queryRaw<{ task: string; key: string | null; minutes: number }[]>`
    SELECT task_identifier AS task, key, round(extract(epoch FROM run_at - now()) / 60)::int AS minutes
    FROM graphile_worker.jobs ORDER BY id`

describe('the reaction to an event', () => {
  test('rings for those of the audience who may see the record, and not for the one who acted', async () => {
    const eventId = await recorded(world.people.lin, world.accounts.lumen)
    await react({ eventId })
    expect(await heardBy()).toEqual(
      ['admin', 'chen', 'dev', 'ingrid', 'lumenAdmin', 'marcus', 'quinn', 'tomas', 'wu'].sort(),
    )
    const [row] = await unscopedPrisma().notification.findMany({ take: 1 })
    expect(row?.payload).toEqual({ actor: world.people.lin.name, number: 'C-0001', subject: 'Derating' })
  })

  test('is queued by the event itself and acts once, however often it runs', async () => {
    const eventId = await recorded(world.people.lin, world.accounts.lumen)
    expect(await jobs()).toMatchObject([{ task: 'react' }])
    audience = [world.people.ingrid.membershipId, world.people.ingrid.membershipId]
    await Promise.all([react({ eventId }), react({ eventId })])
    await react({ eventId })
    expect(await heardBy()).toEqual(['ingrid'])
    expect((await jobs()).filter((job) => job.task === 'digest')).toHaveLength(1)
  })

  test('asks for access again: who left the team of a restricted account hears nothing', async () => {
    const eventId = await recorded(world.people.rui, world.accounts.aurora)
    const team = { accountId: world.accounts.aurora, membershipId: world.people.dev.membershipId }
    await unscopedPrisma().teamMember.deleteMany({ where: team })
    await react({ eventId })
    expect(await heardBy()).toEqual(['ana', 'auroraAdmin', 'marcus', 'sofia'])
    await unscopedPrisma().teamMember.create({ data: team })
  })

  test('rings for nobody who was deactivated', async () => {
    const where = { id: world.people.quinn.membershipId }
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    await react({ eventId: await recorded(world.people.lin, world.accounts.lumen) })
    expect(await heardBy()).not.toContain('quinn')
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
  })

  test('tells the others also of what somebody did who has left meanwhile', async () => {
    const eventId = await recorded(world.people.wu, world.accounts.lumen)
    const where = { id: world.people.wu.membershipId }
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    audience = [world.people.ingrid.membershipId, world.people.wu.membershipId]
    await react({ eventId })
    expect(await heardBy()).toEqual(['ingrid'])
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
  })

  test('of an event of one side the other side hears nothing', async () => {
    await react({ eventId: await recorded(world.people.ingrid, world.accounts.lumen, 'supplier') })
    expect(await heardBy()).toEqual(['admin', 'dev', 'marcus', 'quinn', 'tomas'])
    await unscopedPrisma().notification.deleteMany()
    await react({ eventId: await recorded(world.people.lin, world.accounts.lumen, 'customer') })
    expect(await heardBy()).toEqual(['chen', 'lumenAdmin', 'wu'])
  })

  test('schedules one mail per person and window, at the time of the first event', async () => {
    audience = [world.people.ingrid.membershipId, world.people.dev.membershipId]
    await react({ eventId: await recorded(world.people.lin, world.accounts.lumen) })
    await unscopedPrisma().$executeRaw`
      UPDATE graphile_worker._private_jobs SET run_at = run_at - interval '1 minute' WHERE key IS NOT NULL`
    await react({ eventId: await recorded(world.people.lin, world.accounts.lumen) })
    const digests = (await jobs()).filter((job) => job.task === 'digest')
    expect(digests.map(({ key }) => key).sort()).toEqual(audience.map((id) => `digest:${id}`).sort())
    expect(digests.map(({ minutes }) => minutes)).toEqual([1, 1])
  })

  test('is three statements beside what the audience asks, and one when nobody listens', async () => {
    const eventId = await recorded(world.people.lin, world.accounts.lumen)
    const { statements } = await countQueries(() => react({ eventId }))
    expect(statements).toHaveLength(3)
    audience = [world.people.lin.membershipId]
    expect((await countQueries(() => react({ eventId }))).statements).toHaveLength(1)
  })

  test('does nothing for an event that nobody listens to', async () => {
    audience = []
    await react({ eventId: await recorded(world.people.lin, world.accounts.lumen) })
    expect(await heardBy()).toEqual([])
    expect((await jobs()).filter((job) => job.task === 'digest')).toEqual([])
  })
})

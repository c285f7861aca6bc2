import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { workAudience } from '#app/domain/consultations/work/audience.server.ts'
import { takeOver } from '#app/domain/consultations/work/commands/take-over.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const take = (actor: Actor, id: string, input: { previousId?: string; reason?: string } = {}) =>
  as(actor, () => takeOver(actor, id, input))

/** With somebody, whatever the matrix said. */
async function held(by: Actor | null): Promise<string> {
  const id = await ask(world.people.lin, world.accounts.lumen)
  const data = { assigneeId: by?.membershipId ?? null, status: by ? 'assigned' : 'new' } as const
  await unscopedPrisma().consultation.update({ where: { id }, data })
  return id
}

test('from nobody it is one act without a reason', async () => {
  const { ingrid } = world.people
  const id = await held(null)
  await take(ingrid, id)
  expect(await stored(id)).toMatchObject({ status: 'assigned', assigneeId: ingrid.membershipId })
  expect((await eventsOf(id)).at(-1)).toBe('assigned')
  await expect(take(ingrid, id, { previousId: ingrid.membershipId })).rejects.toMatchObject({
    messageKey: 'consultations:error.yoursAlready',
  })
})

test('from somebody who is there it takes a reason, which the customer does not read; the former one is told', async () => {
  const { ingrid, dev, lin } = world.people
  const id = await held(ingrid)
  const previousId = ingrid.membershipId
  await expect(take(dev, id, { previousId })).rejects.toThrow(Invalid)
  expect((await stored(id)).assigneeId).toBe(previousId)
  await take(dev, id, { previousId, reason: 'I have the bench' })
  expect((await stored(id)).assigneeId).toBe(dev.membershipId)
  const note = await unscopedPrisma().message.findFirstOrThrow({
    where: { consultationId: id, lane: 'internal' },
  })
  expect(note.body).toBe('I have the bench')
  const read = () =>
    unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id }, orderBy: { id: 'desc' } })
  const event = await read()
  expect(event).toMatchObject({ type: 'consultation.takenOver', side: null })
  expect(JSON.stringify(event.payload)).not.toContain('bench')
  const payload = event.payload as Record<string, unknown>
  const told = await workAudience['consultation.takenOver']({ ...event, payload }, unscopedPrisma())
  expect(told).toEqual(expect.arrayContaining([previousId, lin.membershipId]))
})

test('from somebody who is away it needs none', async () => {
  const { ingrid, dev, admin } = world.people
  const id = await held(ingrid)
  const absence = await unscopedPrisma().absence.create({
    data: {
      ...{ organizationId: ingrid.organizationId, membershipId: ingrid.membershipId },
      ...{ firstDay: new Date(), lastDay: new Date(), recordedById: admin.membershipId },
      ...{ startsAt: new Date(Date.now() - 1000), endsAt: new Date(Date.now() + 3_600_000) },
    },
  })
  await take(dev, id, { previousId: ingrid.membershipId })
  await unscopedPrisma().absence.update({ where: { id: absence.id }, data: { endsAt: new Date(0) } })
  expect((await stored(id)).assigneeId).toBe(dev.membershipId)
})

test('of two who take it at once one gets it, and the other hears who has it', async () => {
  const { tomas, dev } = world.people
  const id = await held(null)
  const results = await Promise.allSettled([take(tomas, id), take(dev, id)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const holder = (await stored(id)).assigneeId === tomas.membershipId ? tomas : dev
  const lost = results.find((result) => result.status === 'rejected')?.reason
  expect(lost).toBeInstanceOf(Conflict)
  expect(lost).toMatchObject({
    messageKey: 'consultations:error.takenMeanwhile',
    values: { name: holder.name },
  })
})

test('whoever looked at an old page is told; customers take nothing', async () => {
  const { ingrid, dev, lin, rui } = world.people
  const id = await held(ingrid)
  await expect(take(dev, id)).rejects.toMatchObject({ values: { name: ingrid.name } })
  await expect(take(lin, id)).rejects.toThrow(Forbidden)
  await expect(take(rui, id)).rejects.toThrow(NotFound)
})

test('of a day that comes near whoever has it hears, and the deputy of who is away; of who has left, the team', async () => {
  const { dev, quinn, admin } = world.people
  const id = await held(quinn)
  const told = async () =>
    workAudience['consultation.ownDaySoon'](
      {
        ...(await unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id } })),
        payload: {},
      },
      unscopedPrisma(),
    )
  expect(await told()).toEqual([quinn.membershipId])
  await unscopedPrisma().absence.create({
    data: {
      ...{
        organizationId: quinn.organizationId,
        membershipId: quinn.membershipId,
        deputyId: dev.membershipId,
      },
      ...{ firstDay: new Date(), lastDay: new Date(), recordedById: admin.membershipId },
      ...{ startsAt: new Date(Date.now() - 1000), endsAt: new Date(Date.now() + 3_600_000) },
    },
  })
  expect(await told()).toEqual([quinn.membershipId, dev.membershipId])
  await unscopedPrisma().membership.update({
    where: { id: quinn.membershipId },
    data: { deactivatedAt: new Date() },
  })
  const others = (await told()).filter((each) => each !== quinn.membershipId)
  expect(others).not.toEqual([])
  expect(others).not.toContain(dev.membershipId)
})

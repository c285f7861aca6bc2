import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { changePart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { remindOfParts } from '#app/domain/consultations/parts/jobs/remind.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { handIn, part, splitOff } from './support.ts'

const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})
afterEach(() => setClock(() => new Date()))

const inDays = (days: number) => setClock(() => new Date(Date.now() + days * 86_400_000))
const told = async () => {
  const types = ['consultation.partSoon', 'consultation.partMissed']
  const where = { subjectId: id, type: { in: types } }
  const events = await unscopedPrisma().event.findMany({ where, orderBy: { id: 'asc' } })
  return events.map(({ type, side, payload }) => ({
    ...{ type: type.replace('consultation.', ''), side },
    told: (payload as { told: string[] }).told,
  }))
}
const idsOf = (...members: Actor[]) => expect.arrayContaining(members.map(({ membershipId }) => membershipId))

test('owner and coordinator hear the day before, and once when it was missed', async () => {
  const { ingrid, quinn } = world.people
  const partId = await splitOff(ingrid, id, part('quality', quinn))
  inDays(4)
  await remindOfParts()
  expect(await told()).toEqual([])
  inDays(6.5)
  await remindOfParts()
  await Promise.all([remindOfParts(), remindOfParts()])
  expect(await told()).toEqual([{ type: 'partSoon', side: 'supplier', told: idsOf(quinn, ingrid) }])
  inDays(9)
  await Promise.all([remindOfParts(), remindOfParts()])
  await remindOfParts()
  expect((await told()).map(({ type }) => type)).toEqual(['partSoon', 'partMissed'])
  setClock(() => new Date())
  const later = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const input = { ...part('quality', quinn), dueOn: later, revision: 1 }
  await as(ingrid, () => changePart(ingrid, { consultationId: id, partId }, input))
  inDays(19.5)
  await remindOfParts()
  expect((await told()).map(({ type }) => type)).toEqual(['partSoon', 'partMissed', 'partSoon'])
})

test('of a part whose owner is gone its function hears', async () => {
  const { ingrid, quinn, tomas } = world.people
  await splitOff(ingrid, id, part('quality', tomas))
  const where = { id: tomas.membershipId }
  await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
  inDays(9)
  await remindOfParts()
  await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
  const [first] = await told()
  expect(first).toEqual({ type: 'partMissed', side: 'supplier', told: idsOf(quinn, ingrid) })
  expect(first?.told).not.toContain(tomas.membershipId)
})

test('nobody hears of what was handed in, or of what is over', async () => {
  const { ingrid, quinn } = world.people
  await handIn(quinn, id, await splitOff(ingrid, id, part('quality', quinn)))
  inDays(9)
  await remindOfParts()
  expect(await told()).toEqual([])
  setClock(() => new Date())
  await splitOff(ingrid, id, part('logistics'))
  await unscopedPrisma().consultation.update({ where: { id }, data: { status: 'closed' } })
  inDays(9)
  await remindOfParts()
  expect(await told()).toEqual([])
})

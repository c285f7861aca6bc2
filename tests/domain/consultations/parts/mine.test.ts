import { expect, test } from 'vitest'
import { listMyParts } from '#app/domain/consultations/parts/queries/mine.server.ts'
import { factsOfList } from '#app/domain/consultations/queries/count.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { handIn, part, splitOff } from './support.ts'

const world = useWorld()

test('what waits for a person: the own parts, and those of the own function that nobody has or somebody left', async () => {
  const { ingrid, quinn, tomas, dev, lin, marcus } = world.people
  const id = await ask(lin, world.accounts.lumen)
  const hidden = await ask(world.people.rui, world.accounts.aurora)
  const own = await splitOff(ingrid, id, part('quality', quinn))
  const open = await splitOff(ingrid, id, part('logistics'))
  await splitOff(marcus, hidden, part('quality'))
  const mine = (actor = quinn) => as(actor, () => listMyParts(actor))
  const count = async (actor = quinn) => (await as(actor, () => factsOfList(actor, {}))).parts
  expect(await mine()).toMatchObject([{ id: own, consultationId: id, isOpen: false, isOverdue: false }])
  expect(await mine(tomas)).toMatchObject([{ id: open, isOpen: true }])
  expect([await count(), await count(tomas), await count(dev)]).toEqual([1, 1, 0])
  setClock(() => new Date(Date.now() + 30 * 86_400_000))
  expect(await mine()).toMatchObject([{ isOverdue: true }])
  setClock(() => new Date())
  await handIn(tomas, id, open)
  expect(await mine(tomas)).toEqual([])
  const data = { functions: ['quality' as const] }
  await unscopedPrisma().membership.update({ where: { id: dev.membershipId }, data })
  const colleague = { ...dev, ...data }
  expect(await mine(colleague)).not.toContainEqual(expect.objectContaining({ id: own }))
  const left = { deactivatedAt: new Date() }
  await unscopedPrisma().membership.update({ where: { id: quinn.membershipId }, data: left })
  expect(await mine(colleague)).toContainEqual(expect.objectContaining({ id: own, isOpen: true }))
  await expect(mine(lin)).rejects.toThrow(NotFound)
  expect(await count(lin)).toBe(0)
})

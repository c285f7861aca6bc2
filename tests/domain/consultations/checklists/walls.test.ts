import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { tickItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { startChecklist } from '#app/domain/consultations/checklists/commands/start.server.ts'
import { openChecklists } from '#app/domain/consultations/checklists/queries/checklists.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

const world = useWorld()
let id: string
let elsewhere: string
beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
  elsewhere = await ask(world.people.lin, world.accounts.lumen)
})

const start = (actor: Actor, lane: MessageLane) =>
  as(actor, () => startChecklist(actor, id, { lane, name: 'Before release', items: ['Measure', 'Sign'] }))
const names = async (actor: Actor) =>
  (await as(actor, () => openChecklists(actor, id))).checklists.map(({ lane }) => lane)

test('neither side takes a shared checklist into its own lane, nor shows its own, nor moves it elsewhere', async () => {
  const { lin, ingrid } = world.people
  const shared = await start(ingrid, 'shared')
  const own = await start(ingrid, 'internal')
  const change = (actor: Actor, checklist: string, data: object) =>
    as(actor, () => prisma.consultationChecklist.updateMany({ where: { id: checklist }, data }))
  const mine = { startedById: lin.membershipId }
  await expect(change(lin, shared, { ...mine, lane: 'private' })).rejects.toThrow()
  await expect(change(lin, shared, { ...mine, consultationId: elsewhere })).rejects.toThrow()
  await expect(change(ingrid, own, { lane: 'shared' })).rejects.toThrow()
  expect(await names(ingrid)).toEqual(['shared', 'internal'])
  expect(await names(lin)).toEqual(['shared'])
})

test('what is done is deleted by nobody', async () => {
  const { lin, ingrid } = world.people
  const checklistId = await start(ingrid, 'shared')
  const [first] = await unscopedPrisma().checklistItem.findMany({ where: { checklistId } })
  const where = { id: first?.id ?? '' }
  await as(ingrid, () => tickItem(ingrid, { consultationId: id, itemId: where.id }, true))
  await expect(as(lin, () => prisma.checklistItem.deleteMany({ where }))).rejects.toThrow()
  expect(await unscopedPrisma().checklistItem.count({ where })).toBe(1)
})

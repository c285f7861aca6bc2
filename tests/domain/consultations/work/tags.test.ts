import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { tagConsultation, untagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { changeTag, mergeTag, retireTag } from '#app/domain/consultations/work/commands/tags.server.ts'
import { listTags, tagsOn } from '#app/domain/consultations/work/queries/tags.server.ts'
import { workLimits } from '#app/domain/consultations/work/work.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const tag = (actor: Actor, id: string, name: string) => as(actor, () => tagConsultation(actor, id, name))
const names = async (actor: Actor, id: string) =>
  (await as(actor, () => tagsOn(actor, id))).map(({ name }) => name)

test('a tag is made while typing, once however it is written, and filters the list', async () => {
  const { lin, ingrid, dev } = world.people
  const [first, second] = [await ask(lin, world.accounts.lumen), await ask(lin, world.accounts.lumen)]
  const tagId = await tag(ingrid, first, 'Cold start')
  expect(await tag(dev, second, 'COLD START')).toBe(tagId)
  await expect(tag(dev, second, 'Cold start')).rejects.toThrow(Conflict)
  const { items } = await as(ingrid, () => listConsultations(ingrid, { tag: tagId }))
  expect(items.map(({ id }) => id).sort()).toEqual([first, second].sort())
  expect(items[0]?.tags).toMatchObject([{ id: tagId, name: 'Cold start' }])
  await as(ingrid, () => untagConsultation(ingrid, first, tagId))
  await expect(as(ingrid, () => untagConsultation(ingrid, first, tagId))).rejects.toThrow(Conflict)
  expect(await names(ingrid, first)).toEqual([])
})

test('marks of a search pattern are letters like others', async () => {
  const { lin, ingrid, admin } = world.people
  const id = await ask(lin, world.accounts.lumen)
  const plain = await tag(ingrid, id, 'Row axb')
  for (const name of ['Row a_b', 'Row %', 'Row a\\b']) await tag(ingrid, id, name)
  expect(await names(ingrid, id)).toEqual(expect.arrayContaining(['Row axb', 'Row a_b', 'Row %', 'Row a\\b']))
  await as(admin, () => changeTag(admin, plain, { name: 'Row _x_', color: 'pink' }))
})

test('a side has three hundred at the most; those there are can still be put on', async () => {
  const { rui, sofia } = world.people
  const id = await ask(rui, world.accounts.aurora)
  const { organizationId, side, membershipId } = rui
  const common = { organizationId, side, color: 'grey', createdById: membershipId, createdAt: new Date() }
  await unscopedPrisma().consultationTag.createMany({
    data: Array.from({ length: workLimits.tagsOfSide }, (_, at) => ({ ...common, name: `Kind ${at}` })),
  })
  await expect(tag(sofia, id, 'One more')).rejects.toMatchObject({ messageKey: 'work:error.tooManyOfSide' })
  await tag(sofia, id, 'kind 7')
  expect(await names(rui, id)).toEqual(['Kind 7'])
})

test('two who make the same one at once have one', async () => {
  const { lin, ingrid, dev } = world.people
  const [first, second] = [await ask(lin, world.accounts.lumen), await ask(lin, world.accounts.lumen)]
  const ids = await Promise.all([tag(ingrid, first, 'At once'), tag(dev, second, 'at once')])
  expect(ids[0]).toBe(ids[1])
})

test('neither side reads the other’s: not in the thread, the list, the tables, the events', async () => {
  const { lin, ingrid, rui } = world.people
  const id = await ask(lin, world.accounts.lumen)
  const suppliers = await tag(ingrid, id, 'Difficult customer')
  const customers = await tag(lin, id, 'Slow supplier')
  for (const [actor, foreign] of [
    [lin, suppliers],
    [ingrid, customers],
    [rui, suppliers],
  ] as const) {
    await as(actor, async () => {
      const id = foreign
      expect(await prisma.consultationTag.findFirst({ where: { id } })).toBeNull()
      expect(await prisma.consultationTagging.findFirst({ where: { tagId: id } })).toBeNull()
      expect((await listTags(actor)).map((each) => each.id)).not.toContain(id)
      expect((await listConsultations(actor, { tag: id })).items).toEqual([])
    })
  }
  await as(lin, async () => {
    const thread = await getThread(lin, id)
    expect(thread.taggings.map((each) => each.tag.name)).toEqual(['Slow supplier'])
    const events = await prisma.event.findMany({ where: { subjectId: id, type: 'consultation.tagged' } })
    expect(JSON.stringify(events)).not.toContain('Difficult')
    // Nor can it be put on, or a row of the other side be written.
    await expect(untagConsultation(lin, id, suppliers)).rejects.toThrow(NotFound)
    const row = {
      consultationId: id,
      accountId: world.accounts.lumen,
      tagId: suppliers,
      taggedById: lin.membershipId,
    }
    for (const side of ['supplier', 'customer'] as const)
      await expect(
        prisma.consultationTagging.create({ data: { ...row, side, organizationId: lin.organizationId } }),
      ).rejects.toThrow(/row-level security/)
  })
  await expect(tag(rui, id, 'Mine now')).rejects.toThrow(NotFound)
})

test('an administrator renames, merges and retires; nobody else does', async () => {
  const { lin, ingrid, admin, lumenAdmin } = world.people
  const id = await ask(lin, world.accounts.lumen)
  const [old, kept] = [await tag(ingrid, id, 'Vibrations'), await tag(ingrid, id, 'Vibration')]
  const change = (actor: Actor, name: string) =>
    as(actor, () => changeTag(actor, old, { name, color: 'pink' }))
  await expect(change(ingrid, 'Shaking')).rejects.toThrow(Forbidden)
  await expect(change(lumenAdmin, 'Shaking')).rejects.toThrow(NotFound)
  await expect(change(admin, 'VIBRATION')).rejects.toThrow(Invalid)
  await change(admin, 'Shaking')
  expect(await names(ingrid, id)).toEqual(['Shaking', 'Vibration'])
  await expect(as(admin, () => mergeTag(admin, old, old))).rejects.toThrow(Invalid)
  await as(admin, () => mergeTag(admin, old, kept))
  expect(await names(ingrid, id)).toEqual(['Vibration'])
  await expect(as(admin, () => retireTag(admin, old))).rejects.toThrow(Conflict)
  await as(admin, () => retireTag(admin, kept))
  expect(await names(ingrid, id)).toEqual(['Vibration'])
  const listed = await as(ingrid, () => listTags(ingrid))
  expect(listed.map(({ name }) => name)).not.toContain('Vibration')
  const again = await tag(ingrid, await ask(lin, world.accounts.lumen), 'Vibration')
  expect(again).not.toBe(kept)
})

test('merging reaches what its administrator does not see', async () => {
  const { rui, dev, admin } = world.people
  const id = await ask(rui, world.accounts.aurora)
  const [from, into] = [await tag(dev, id, 'Hidden one'), await tag(dev, id, 'Hidden two')]
  await as(admin, () => mergeTag(admin, from, into))
  const rows = await unscopedPrisma().consultationTagging.findMany({ where: { consultationId: id } })
  expect(rows.map(({ tagId }) => tagId)).toEqual([into])
})

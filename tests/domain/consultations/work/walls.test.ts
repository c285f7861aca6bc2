import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { listHistory } from '#app/domain/consultations/queries/history.server.ts'
import type { BatchInput } from '#app/domain/consultations/work/batches/batch.ts'
import { listBatches, viewBatch } from '#app/domain/consultations/work/batches/queries.server.ts'
import { runBatch } from '#app/domain/consultations/work/batches/run.server.ts'
import { endSnooze, snoozeConsultation } from '#app/domain/consultations/work/commands/snooze.server.ts'
import { tagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

const world = useWorld()

const run = (actor: Actor, input: BatchInput) => as(actor, () => runBatch(actor, input))
const lumens = () => ask(world.people.lin, world.accounts.lumen)
const listed = async (actor: Actor) =>
  (await as(actor, () => listBatches(actor, undefined))).items.map(({ id }) => id)

test('whoever did an act on several may say that it was taken back, and rewrite nothing of it', async () => {
  const { ingrid, dev } = world.people
  const [id, other] = [await lumens(), await lumens()]
  const batch = await run(ingrid, { act: 'tag', ids: [id], name: 'Fans' })
  const change = (data: object) =>
    as(ingrid, () => prisma.workBatch.updateMany({ where: { id: batch.id }, data }))
  for (const data of [
    { createdAt: new Date(Date.now() + 86_400_000) },
    { organizationId: world.organizations.lumen },
    { side: 'customer' },
    { act: 'close' },
    { given: 'Pumps' },
  ])
    await expect(change(data)).rejects.toThrow()
  const changeEntry = (data: object) =>
    as(ingrid, () => prisma.workBatchEntry.updateMany({ where: { batchId: batch.id }, data }))
  for (const data of [
    { consultationId: other },
    { accountId: world.accounts.aurora },
    { before: { status: 'accepted' } },
    { after: {} },
    { refusal: 'x' },
  ])
    await expect(changeEntry(data)).rejects.toThrow()
  expect(await as(dev, () => prisma.workBatch.updateMany({ data: { undoneAt: new Date() } }))).toEqual({
    count: 0,
  })
  expect(await change({ undoneAt: new Date() })).toEqual({ count: 1 })
  expect(await changeEntry({ undoneAt: new Date(), undoRefusal: 'y' })).toEqual({ count: 1 })
})

test('a tag is put on in one’s own name', async () => {
  const { ingrid, dev } = world.people
  const [id, other] = [await lumens(), await lumens()]
  const tagId = await as(ingrid, () => tagConsultation(ingrid, id, 'Bearings'))
  const put = (taggedById: string) =>
    as(ingrid, () =>
      prisma.consultationTagging.createMany({
        data: [
          {
            ...{ consultationId: other, tagId, accountId: world.accounts.lumen, taggedById },
            ...{ organizationId: world.organizations.halden, side: 'supplier' },
          },
        ],
      }),
    )
  await expect(put(dev.membershipId)).rejects.toThrow()
  await put(ingrid.membershipId)
})

test('what one has put aside is nobody else’s affair: not in the thread’s history, not in the list of acts', async () => {
  const { ingrid, dev } = world.people
  const id = await lumens()
  const batch = await run(ingrid, { act: 'snooze', ids: [id], until: 'tomorrow' })
  await as(ingrid, () => endSnooze(ingrid, id))
  await as(ingrid, () => snoozeConsultation(ingrid, id, { until: 'reply' }))
  const history = async (actor: Actor) =>
    (await as(actor, () => listHistory(actor, id))).map(({ type }) => type).join()
  expect(await history(ingrid)).toContain('snoozed')
  expect(await history(dev)).not.toContain('snooze')
  expect(await listed(ingrid)).toContain(batch.id)
  expect(await listed(dev)).not.toContain(batch.id)
  await expect(as(dev, () => viewBatch(dev, batch.id))).rejects.toThrow(NotFound)
  const where = { id: batch.id }
  expect(await as(dev, () => prisma.workBatch.findFirst({ where }))).toBeNull()
  expect(await as(ingrid, () => prisma.workBatch.findFirst({ where }))).not.toBeNull()
})

test('an act on nothing but what stands in a restricted account is told to its team alone', async () => {
  const { marcus, dev, quinn, rui } = world.people
  const id = await ask(rui, world.accounts.aurora)
  const batch = await run(marcus, { act: 'assign', ids: [id], assigneeId: marcus.membershipId })
  expect(await listed(dev)).toContain(batch.id)
  expect(await listed(quinn)).not.toContain(batch.id)
  await expect(as(quinn, () => viewBatch(quinn, batch.id))).rejects.toThrow(NotFound)
  const open = await run(marcus, { act: 'tag', ids: [id, await lumens()], name: 'Fans' })
  expect(await as(quinn, () => viewBatch(quinn, open.id))).toMatchObject({ entries: [{ refusal: '' }] })
})

test('whoever is erased is named by no act on several', async () => {
  const { ingrid, tomas } = world.people
  const { id } = await run(ingrid, {
    act: 'assign',
    ids: [await lumens()],
    assigneeId: tomas.membershipId,
  })
  const data = { erasedAt: new Date(), deactivatedAt: new Date(), name: 'Erased person' }
  await unscopedPrisma().membership.update({ where: { id: tomas.membershipId }, data })
  expect(await as(ingrid, () => viewBatch(ingrid, id))).toMatchObject({ given: 'Erased person' })
})

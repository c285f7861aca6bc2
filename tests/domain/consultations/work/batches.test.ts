import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { pauseClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { readLogs } from '#app/domain/consultations/clocks/queries/log.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { BatchInput } from '#app/domain/consultations/work/batches/batch.ts'
import { listBatches, viewBatch } from '#app/domain/consultations/work/batches/queries.server.ts'
import { runBatch } from '#app/domain/consultations/work/batches/run.server.ts'
import { undoBatch } from '#app/domain/consultations/work/batches/undo.server.ts'
import { tagsOn } from '#app/domain/consultations/work/queries/tags.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const run = (actor: Actor, input: BatchInput) => as(actor, () => runBatch(actor, input))
const undo = (actor: Actor, id: string) => as(actor, () => undoBatch(actor, id))
const entriesOf = async (actor: Actor, id: string) => (await as(actor, () => viewBatch(actor, id))).entries

async function several(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let each = 0; each < count; each += 1) ids.push(await ask(world.people.lin, world.accounts.lumen))
  await unscopedPrisma().consultation.updateMany({
    where: { id: { in: ids } },
    data: { assigneeId: null, status: 'new' },
  })
  return ids
}

test('what can be done is done, and what cannot is named with its reason', async () => {
  const { lin, rui, tomas, dev } = world.people
  const [free = '', answered = ''] = await several(2)
  await as(dev, () => answerConsultation(dev, answered, { body: 'Yes', fileIds: [] }))
  const foreign = await ask(rui, world.accounts.aurora)
  const outcome = await run(tomas, {
    ...{ act: 'assign', ids: [free, answered, foreign], assigneeId: tomas.membershipId },
  })
  // Tomas is not on the team of the restricted account: that one does not exist for him.
  expect(outcome).toMatchObject({ done: 1, refused: 1 })
  expect(await entriesOf(tomas, outcome.id)).toMatchObject([
    { id: free, refusal: '' },
    { id: answered, refusal: 'consultations:refused.assign' },
  ])
  expect((await stored(free)).assigneeId).toBe(tomas.membershipId)
  await expect(as(lin, () => viewBatch(lin, outcome.id))).rejects.toThrow(NotFound)
  const listed = await as(dev, () => listBatches(dev, undefined))
  expect(listed.items[0]).toMatchObject({ act: 'assign', given: tomas.name, count: 2, canUndo: false })
})

test('undone, each is as it was; what was changed since is not, and is named', async () => {
  const { lin, tomas } = world.people
  const ids = await several(3)
  const { id } = await run(tomas, { act: 'assign', ids, assigneeId: tomas.membershipId })
  await as(lin, () => postMessage(lin, ids[1] ?? '', { lane: 'shared', body: 'And?', fileIds: [] }))
  expect(await undo(tomas, id)).toEqual({ undone: 2, refused: 1 })
  for (const place of [0, 2])
    expect(await stored(ids[place] ?? '')).toMatchObject({ status: 'new', assigneeId: null })
  expect(await stored(ids[1] ?? '')).toMatchObject({ status: 'waiting_for_supplier' })
  expect((await entriesOf(tomas, id))[1]).toMatchObject({
    undoneAt: null,
    undoRefusal: 'work:error.changedSince',
  })
  await expect(undo(tomas, id)).rejects.toMatchObject({ messageKey: 'work:error.undoneAlready' })
})

test('by whoever did it, within a day; two clicks undo once', async () => {
  const { tomas, dev, rui } = world.people
  const { id } = await run(tomas, { act: 'tag', ids: await several(2), name: 'Soon' })
  await expect(undo(dev, id)).rejects.toThrow(Forbidden)
  await expect(undo(rui, id)).rejects.toThrow(NotFound)
  const results = await Promise.allSettled([undo(tomas, id), undo(tomas, id)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const late = await run(tomas, { act: 'tag', ids: await several(1), name: 'Late' })
  await unscopedPrisma().workBatch.update({
    where: { id: late.id },
    data: { createdAt: new Date(Date.now() - 25 * 3_600_000) },
  })
  await expect(undo(tomas, late.id)).rejects.toThrow(Conflict)
})

test('tags, days and putting aside are put back as they were before', async () => {
  const { tomas } = world.people
  const ids = await several(2)
  const [first = ''] = ids
  const tagged = await run(tomas, { act: 'tag', ids, name: 'Pallets' })
  const [tag] = await as(tomas, () => tagsOn(tomas, first))
  const untagged = await run(tomas, { act: 'untag', ids, tagId: tag?.id ?? '' })
  expect(await undo(tomas, untagged.id)).toEqual({ undone: 2, refused: 0 })
  expect((await as(tomas, () => tagsOn(tomas, first))).map(({ name }) => name)).toEqual(['Pallets'])
  expect(await undo(tomas, tagged.id)).toEqual({ undone: 2, refused: 0 })
  expect(await as(tomas, () => tagsOn(tomas, first))).toEqual([])
  const on = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const due = await run(tomas, { act: 'due', ids, dueOn: on, isShown: true })
  expect(await unscopedPrisma().consultationDue.count({ where: { consultationId: { in: ids } } })).toBe(2)
  expect(await undo(tomas, due.id)).toEqual({ undone: 2, refused: 0 })
  expect(await unscopedPrisma().consultationDue.count({ where: { consultationId: { in: ids } } })).toBe(0)
  const slept = await run(tomas, { act: 'snooze', ids, until: 'tomorrow' })
  expect(await undo(tomas, slept.id)).toEqual({ undone: 2, refused: 0 })
  expect(await unscopedPrisma().consultationSnooze.count({ where: { consultationId: { in: ids } } })).toBe(0)
})

test('a closing that was taken back has never been, for the clocks as well', async () => {
  const { tomas, lin } = world.people
  const [waiting = '', fresh = ''] = await several(2)
  await as(tomas, () => pauseClocks(tomas, waiting, { reason: 'waiting', body: 'Which one?' }))
  const outcome = await run(tomas, { act: 'close', ids: [waiting, fresh], reason: 'No reply' })
  expect(outcome).toMatchObject({ done: 1, refused: 1 })
  await undo(tomas, outcome.id)
  expect((await stored(waiting)).status).toBe('waiting_for_customer')
  const [logged] = await readLogs([waiting], unscopedPrisma())
  expect(logged?.log.map(({ kind }) => kind)).toEqual(['asked', 'waiting'])
  // A customer has fewer acts, and none of the supplier's.
  await expect(run(lin, { act: 'assign', ids: [fresh], assigneeId: lin.membershipId })).rejects.toThrow(
    Forbidden,
  )
  expect(await run(lin, { act: 'close', ids: [waiting, fresh], reason: 'Found it' })).toMatchObject({
    done: 2,
  })
})

test('taking several over takes a reason only where somebody who is there has one', async () => {
  const { tomas, dev } = world.people
  const [free = '', held = ''] = await several(2)
  await run(dev, { act: 'take_over', ids: [held] })
  const without = await run(tomas, { act: 'take_over', ids: [free, held] })
  expect(without).toMatchObject({ done: 1, refused: 1 })
  expect((await entriesOf(tomas, without.id))[1]?.refusal).toContain('reasonWanted')
  await run(tomas, { act: 'take_over', ids: [held], reason: 'All pallets are mine' })
  expect((await stored(held)).assigneeId).toBe(tomas.membershipId)
})

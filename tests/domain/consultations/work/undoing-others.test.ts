import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import type { BatchInput } from '#app/domain/consultations/work/batches/batch.ts'
import { runBatch } from '#app/domain/consultations/work/batches/run.server.ts'
import { undoBatch } from '#app/domain/consultations/work/batches/undo.server.ts'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { promiseDay } from '#app/domain/consultations/work/commands/due.server.ts'
import { tagConsultation, untagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { tagsOn } from '#app/domain/consultations/work/queries/tags.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'

const world = useWorld()

const run = (actor: Actor, input: BatchInput) => as(actor, () => runBatch(actor, input))
const undo = (actor: Actor, id: string) => as(actor, () => undoBatch(actor, id))
const asked = () => ask(world.people.lin, world.accounts.lumen)
const refused = { undone: 0, refused: 1 }

test('a closing that was opened again, and closed anew by a colleague, stays the colleague’s', async () => {
  const { ingrid, dev, lin } = world.people
  const id = await asked()
  const answer = () => as(dev, () => answerConsultation(dev, id, { body: 'Change the fan', fileIds: [] }))
  await answer()
  const batch = await run(ingrid, { act: 'close', ids: [id], reason: 'No reply' })
  await as(lin, () => reopenConsultation(lin, id, 'It still trips'))
  await answer()
  await as(dev, () => closeConsultation(dev, id, 'They left'))
  expect(await undo(ingrid, batch.id)).toEqual(refused)
  expect(await stored(id)).toMatchObject({ status: 'closed' })
})

test('what was given to somebody else meanwhile, and back, stays where it was given', async () => {
  const { dev, marcus, tomas } = world.people
  const id = await asked()
  const give = (to: Actor, from: Actor) =>
    as(marcus, () =>
      assignConsultation(marcus, id, { assigneeId: to.membershipId, previousId: from.membershipId }),
    )
  const batch = await run(dev, { act: 'assign', ids: [id], assigneeId: dev.membershipId })
  await give(tomas, dev)
  await give(dev, tomas)
  expect(await undo(dev, batch.id)).toEqual(refused)
  expect(await stored(id)).toMatchObject({ assigneeId: dev.membershipId })
})

test('a tag that a colleague put on anew, and a day that one promised anew, stay', async () => {
  const { ingrid, dev } = world.people
  const id = await asked()
  const tagged = await run(ingrid, { act: 'tag', ids: [id], name: 'Fans' })
  const [tag] = await as(dev, () => tagsOn(dev, id))
  await as(dev, () => untagConsultation(dev, id, tag?.id ?? ''))
  await as(dev, () => tagConsultation(dev, id, 'Fans'))
  expect(await undo(ingrid, tagged.id)).toEqual(refused)
  expect(await as(dev, () => tagsOn(dev, id))).toMatchObject([{ name: 'Fans' }])

  const on = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  const due = await run(ingrid, { act: 'due', ids: [id], dueOn: on, isShown: true })
  await as(dev, () => promiseDay(dev, id, { isShown: false }))
  await as(dev, () => promiseDay(dev, id, { dueOn: on, isShown: true }))
  expect(await undo(ingrid, due.id)).toEqual(refused)
  expect(await unscopedPrisma().consultationDue.count({ where: { consultationId: id } })).toBe(1)
})

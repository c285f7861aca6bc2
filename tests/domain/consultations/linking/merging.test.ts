import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { participants } from '#app/domain/consultations/audience.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { mergeConsultation, undoMerge } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { mergeProblem, readersApart } from '#app/domain/consultations/linking/merge.ts'
import { previewMerge } from '#app/domain/consultations/linking/queries/merge.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { snoozeConsultation } from '#app/domain/consultations/work/commands/snooze.server.ts'
import { tagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { watchConsultation } from '#app/domain/consultations/work/commands/watch.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'

const world = useWorld()

const merge = (actor: Actor, id: string, into: string) => as(actor, () => mergeConsultation(actor, id, into))
const undo = (actor: Actor, id: string) => as(actor, () => undoMerge(actor, id))
const post = (actor: Actor, id: string, lane: MessageLane, body: string) =>
  as(actor, () => postMessage(actor, id, { lane, body, fileIds: [] }))
const answer = (actor: Actor, id: string) =>
  as(actor, () => answerConsultation(actor, id, { body: 'Change the fan', fileIds: [] }))
const view = (actor: Actor, id: string) =>
  as(actor, async () => viewThread(actor, await getThread(actor, id)))
const lumens = (actor = world.people.lin) => ask(actor, world.accounts.lumen)
const conflict = (name: string) => expect.objectContaining({ messageKey: `linking:error.${name}` })

async function twoQuestions() {
  return { first: await lumens(), again: await lumens(world.people.wu) }
}

describe('merging', () => {
  test('shows the messages of all lanes in the other one, to whoever read them before, in the order of time', async () => {
    const { lin, wu, ingrid } = world.people
    const { first, again } = await twoQuestions()
    await post(ingrid, again, 'internal', 'Same batch')
    await post(wu, again, 'private', 'Ask for a credit')
    await post(ingrid, first, 'shared', 'Which firmware?')
    await merge(ingrid, again, first)
    expect(await stored(again)).toMatchObject({ status: 'merged' })
    const supplier = await view(ingrid, first)
    const lanes = supplier.messages.map(({ lane, from }) => [lane, from])
    const number = (await view(ingrid, again)).number
    expect(lanes).toEqual([
      ['shared', null],
      ['shared', number],
      ['internal', number],
      ['shared', null],
    ])
    const bodies = (await view(lin, first)).messages.map(({ html }) => html).join()
    expect(bodies).toContain('Ask for a credit')
    expect(bodies).not.toContain('Same batch')
    expect(supplier.mergedHere).toEqual([{ id: again, number }])
    expect((await view(wu, again)).mergedInto).toMatchObject({ id: first })
    expect((await eventsOf(again)).at(-1)).toBe('merged')
    expect((await eventsOf(first)).at(-1)).toBe('tookIn')
  })

  test('leaves a page readable that nobody writes in any more; lists of what is open go without it', async () => {
    const { ingrid, lin } = world.people
    const { first, again } = await twoQuestions()
    await merge(ingrid, again, first)
    await expect(post(ingrid, again, 'shared', 'Hello')).rejects.toEqual(conflict('isMerged'))
    await expect(answer(ingrid, again)).rejects.toThrow(Conflict)
    const assigning = as(ingrid, () =>
      assignConsultation(ingrid, again, { assigneeId: world.people.dev.membershipId }),
    )
    await expect(assigning).rejects.toThrow(Conflict)
    const { abilities } = await view(lin, again)
    expect(Object.values(abilities).some(Boolean)).toBe(false)
    const open = await as(ingrid, () => listConsultations(ingrid, { status: 'open' }))
    expect(open.items.map(({ id }) => id)).not.toContain(again)
    expect(open.items.map(({ id }) => id)).toContain(first)
  })

  test('its asker hears of what follows, and keeps the word on the answer', async () => {
    const { ingrid, wu, lin } = world.people
    const { first, again } = await twoQuestions()
    const before = await as(wu, () => view(wu, first))
    expect(before.abilities.reopen).toBe(false)
    await merge(ingrid, again, first)
    const hears = await participants(
      {
        subjectId: first,
        side: null,
        accountId: world.accounts.lumen,
        payload: {},
      } as unknown as RecordedEvent,
      unscopedPrisma(),
    )
    expect(hears).toEqual(expect.arrayContaining([wu.membershipId, lin.membershipId]))
    const messageId = await answer(ingrid, first)
    await as(wu, () => acceptAnswer(wu, first, { messageId }))
    expect(await stored(first)).toMatchObject({ status: 'accepted' })
  })

  test('a thread of many messages keeps its pages, whichever consultation they come from', async () => {
    const { ingrid } = world.people
    const { first, again } = await twoQuestions()
    await merge(ingrid, again, first)
    const thread = await as(ingrid, () => getThread(ingrid, first))
    const [oldest, latest] = thread.messages
    expect(oldest && latest && oldest.id < latest.id).toBe(true)
    const earlier = await as(ingrid, () => getThread(ingrid, first, { before: latest?.id }))
    expect(earlier.messages.map(({ id }) => id)).toEqual([oldest?.id])
  })
})

describe('undoing a merge', () => {
  test('is not held up by what a colleague watches, tags or puts aside: nobody would learn of that otherwise', async () => {
    const { ingrid, dev } = world.people
    const { first, again } = await twoQuestions()
    await merge(ingrid, again, first)
    await as(dev, () => snoozeConsultation(dev, first, { until: 'reply' }))
    await as(dev, () => watchConsultation(dev, first, true))
    await as(dev, () => tagConsultation(dev, first, 'Fans'))
    await undo(ingrid, again)
    expect((await stored(again)).status).not.toBe('merged')
  })

  test('brings back what it was, as long as nothing was written where it went on', async () => {
    const { ingrid, lin } = world.people
    const { first, again } = await twoQuestions()
    await answer(ingrid, again)
    await merge(ingrid, again, first)
    await undo(ingrid, again)
    expect(await stored(again)).toMatchObject({ status: 'answered' })
    expect((await view(lin, first)).messages).toHaveLength(1)
    await expect(undo(ingrid, again)).rejects.toEqual(conflict('notMerged'))
    await merge(ingrid, again, first)
    await post(ingrid, first, 'shared', 'To both of you')
    await expect(undo(ingrid, again)).rejects.toEqual(conflict('writtenSince'))
    expect(await stored(again)).toMatchObject({ status: 'merged' })
  })

  test('a private note of the other side does not show by a refusal', async () => {
    const { ingrid, lin } = world.people
    const { first, again } = await twoQuestions()
    await merge(ingrid, again, first)
    await post(lin, first, 'private', 'They noticed')
    await undo(ingrid, again)
    expect(await eventsOf(again)).toEqual(['asked', 'merged', 'mergeUndone'])
    expect((await view(lin, first)).messages.map(({ lane }) => lane)).toEqual(['shared', 'private'])
  })
})

describe('before merging', () => {
  test('one is told what goes over, as far as one reads it, who hears of it, and why it would not work', async () => {
    const { ingrid, wu, marcus, rui } = world.people
    const { first, again } = await twoQuestions()
    await post(wu, again, 'private', 'Ask for a credit')
    const preview = await as(ingrid, () => previewMerge(ingrid, again, first))
    expect(preview).toMatchObject({ messages: 1, files: 0, problem: null, canTurn: true })
    expect(preview.apart).toEqual({ mergedAlone: [], survivorAlone: [] })
    expect(preview.people.map(({ name }) => name)).toContain(wu.name)
    const auroras = await ask(rui, world.accounts.aurora)
    const other = await as(marcus, () => previewMerge(marcus, again, auroras))
    expect(other.problem?.key).toBe('linking:error.otherAccount')
    await expect(as(rui, () => previewMerge(rui, again, first))).rejects.toThrow(NotFound)
  })

  test('who reads only one of two is named, on each side', () => {
    const [ana, ben, cy] = ['Ana', 'Ben', 'Cy'].map((name) => ({ id: name, name })) as [never, never, never]
    expect(readersApart([ana, ben], [ben, cy])).toEqual({ mergedAlone: ['Ana'], survivorAlone: ['Cy'] })
  })

  test('every problem has its own message', () => {
    const known = { id: 'a', accountId: 'x', number: 1, status: 'new' as const, mergedHere: [] }
    const other = { ...known, id: 'b', number: 2 }
    expect(mergeProblem(known, other)).toBeNull()
    expect(mergeProblem(known, { ...other, accountId: 'y' })?.values).toEqual({
      merged: 'C-0001',
      survivor: 'C-0002',
    })
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { addItem, tickItem } from '#app/domain/consultations/checklists/commands/items.server.ts'
import { startChecklist } from '#app/domain/consultations/checklists/commands/start.server.ts'
import { changeUrgency } from '#app/domain/consultations/clocks/commands/change-urgency.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { relateConsultations } from '#app/domain/consultations/linking/commands/relate.server.ts'
import type { ParticipantGrade } from '#app/domain/consultations/participants/participant.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { react } from '#app/domain/consultations/talk/commands/react.server.ts'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { tagConsultation, untagConsultation } from '#app/domain/consultations/work/commands/tagging.server.ts'
import { watchConsultation } from '#app/domain/consultations/work/commands/watch.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'
import { name } from './support.ts'

// Aurora's account is restricted to Marcus and Dev; Quinn and Ingrid of the same house do not enter it.
const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
})

const acts: Record<string, (actor: Actor) => Promise<unknown>> = {
  read: (actor) => getThread(actor, id),
  watch: (actor) => watchConsultation(actor, id, true),
  post: (actor) => postMessage(actor, id, { lane: 'shared', body: 'Seen', fileIds: [] }),
  note: (actor) => postMessage(actor, id, { lane: 'internal', body: 'Seen', fileIds: [] }),
  privateNote: (actor) => postMessage(actor, id, { lane: 'private', body: 'Seen', fileIds: [] }),
  urgency: (actor) => changeUrgency(actor, id, { urgency: 'blocks_work', previous: 'question' }),
  answer: (actor) => answerConsultation(actor, id, { body: 'Change it', fileIds: [] }),
  close: async (actor) => {
    const { dev } = world.people
    await as(dev, () => answerConsultation(dev, id, { body: 'Change it', fileIds: [] }))
    return closeConsultation(actor, id, 'Solved')
  },
  record: async (actor) => {
    const { dev } = world.people
    const messageId = await as(dev, () => answerConsultation(dev, id, { body: 'Change it', fileIds: [] }))
    const decision = { messageId, part: 'CMD-075-4', revision: '', conditions: '' }
    return as(actor, () => recordDecision(actor, id, decision))
  },
  checklist: async (actor) => {
    const items = ['Seal', 'Fan']
    const checklistId = await startChecklist(actor, id, { lane: 'internal', name: 'Before', items })
    await addItem(actor, { consultationId: id, checklistId }, 'Cable')
    const item = await unscopedPrisma().checklistItem.findFirstOrThrow({ where: { checklistId } })
    await tickItem(actor, { consultationId: id, itemId: item.id }, true)
  },
  tag: async (actor) => untagConsultation(actor, id, await tagConsultation(actor, id, 'Seal')),
  react: async (actor) => {
    const message = await unscopedPrisma().message.findFirstOrThrow({ where: { consultationId: id } })
    await react(actor, { consultationId: id, messageId: message.id }, { kind: 'helpful', isOn: true })
  },
  assign: (actor) => assignConsultation(actor, id, { assigneeId: world.people.dev.membershipId }),
}
const may: Record<ParticipantGrade, string[]> = {
  read: ['read', 'watch'],
  write: ['read', 'watch', 'post', 'note', 'checklist', 'tag', 'react'],
  decide: [
    ...['read', 'watch', 'post', 'note', 'checklist', 'tag', 'react'],
    ...['urgency', 'answer', 'close', 'record'],
  ],
}

describe('a lent colleague of the supplier', () => {
  const matrix = Object.entries(may).flatMap(([grade, allowed]) =>
    Object.keys(acts).map((act) => ({
      grade: grade as ParticipantGrade,
      act,
      isAllowed: allowed.includes(act),
    })),
  )
  test.each(matrix)('who may $grade: $act is allowed: $isAllowed', async ({ grade, act, isAllowed }) => {
    const { marcus, quinn } = world.people
    const run = () => as(quinn, () => acts[act]?.(quinn) ?? Promise.reject(new Error('no act')))
    await expect(run()).rejects.toThrow(NotFound)
    // It was answered for that already.
    if (act === 'close' || act === 'record') id = await ask(world.people.rui, world.accounts.aurora)
    await name(marcus, id, quinn, grade)
    if (isAllowed) await run()
    else await expect(run()).rejects.toThrow(Forbidden)
  })

  test('sees this consultation alone, in the lanes of the own side', async () => {
    const { marcus, quinn, rui, dev } = world.people
    const other = await ask(rui, world.accounts.aurora)
    await as(rui, () => postMessage(rui, id, { lane: 'private', body: 'Ours', fileIds: [] }))
    await as(dev, () => postMessage(dev, id, { lane: 'internal', body: 'Theirs', fileIds: [] }))
    await name(marcus, id, quinn, 'read')
    const thread = await as(quinn, () => getThread(quinn, id))
    expect(thread.messages.map(({ lane }) => lane)).toEqual(['shared', 'internal'])
    expect(thread).toMatchObject({
      askedBy: { name: 'Rui Tavares' },
      account: { customer: { name: 'Aurora Refrigeração' } },
    })
    await expect(as(quinn, () => getThread(quinn, other))).rejects.toThrow(NotFound)
    await expect(as(quinn, () => relateConsultations(quinn, id, other))).rejects.toThrow(NotFound)
  })
})

describe('a member of the customer', () => {
  test('who was let decide accepts, closes and opens again; others of another function do not', async () => {
    const { rui, sofia, ana, dev } = world.people
    const answer = () => as(dev, () => answerConsultation(dev, id, { body: 'Change it', fileIds: [] }))
    const messageId = await answer()
    await name(rui, id, ana, 'write')
    await name(rui, id, sofia, 'decide')
    await expect(as(ana, () => acceptAnswer(ana, id, { messageId }))).rejects.toThrow(Forbidden)
    await as(sofia, () => acceptAnswer(sofia, id, { messageId }))
    await as(sofia, () => reopenConsultation(sofia, id, 'Again'))
    await expect(as(ana, () => closeConsultation(ana, id, 'Solved'))).rejects.toThrow(Forbidden)
    await as(sofia, () => closeConsultation(sofia, id, 'Solved'))
    expect(await stored(id)).toMatchObject({ status: 'closed' })
    // What one may do here says nothing of another one.
    const other = await ask(rui, world.accounts.aurora)
    await expect(as(sofia, () => closeConsultation(sofia, other, 'Solved'))).rejects.toThrow(Forbidden)
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'

const world = useWorld()
let id: string

const edit = (actor: Actor, messageId: string, body: string, edits = 0) =>
  as(actor, () => editMessage(actor, { consultationId: id, messageId }, { body, edits }))
const answer = (actor: Actor, body: string, replaces?: string) =>
  as(actor, () => answerConsultation(actor, id, { body, fileIds: [], replaces }))
const accept = (actor: Actor, messageId: string, edits = 0) =>
  as(actor, () => acceptAnswer(actor, id, { messageId, edits }))

beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('an answer', () => {
  test('is accepted in the words that were read, and stands from then on', async () => {
    const { ingrid, lin } = world.people
    const messageId = await answer(ingrid, 'At 45 °C: 20 A')
    await edit(ingrid, messageId, 'At 45 °C: 18 A')
    await expect(accept(lin, messageId)).rejects.toMatchObject({
      messageKey: 'consultations:error.otherAnswer',
    })
    await accept(lin, messageId, 1)
    await expect(edit(ingrid, messageId, 'At 45 °C: 20 A', 1)).rejects.toMatchObject({
      messageKey: 'talk:error.stands',
    })
    // Also when it was reopened since: it was accepted once.
    await as(lin, () => reopenConsultation(lin, id, 'It tripped'))
    await expect(edit(ingrid, messageId, 'At 45 °C: 20 A', 1)).rejects.toThrow(Conflict)
    const past = unscopedPrisma().message.update({
      where: { id: messageId },
      data: { body: 'x', edits: 2, editedAt: new Date() },
    })
    await expect(past).rejects.toThrow(/stands in its words/)
  })

  test('whose decision was written down stands before it is accepted', async () => {
    const { ingrid } = world.people
    const messageId = await answer(ingrid, 'At 50 °C: 16 A')
    const decision = { messageId, part: 'CMD-075-4', revision: '', conditions: '' }
    await as(ingrid, () => recordDecision(ingrid, id, decision))
    await expect(edit(ingrid, messageId, 'At 50 °C: 15 A')).rejects.toThrow(Conflict)
  })

  test('that is accepted and edited at once is one of the two', async () => {
    const { ingrid, lin } = world.people
    const other = await ask(lin, world.accounts.lumen)
    const messageId = await as(ingrid, () =>
      answerConsultation(ingrid, other, { body: 'First', fileIds: [] }),
    )
    const results = await Promise.allSettled([
      as(lin, () => acceptAnswer(lin, other, { messageId, edits: 0 })),
      as(ingrid, () =>
        editMessage(ingrid, { consultationId: other, messageId }, { body: 'Second', edits: 0 }),
      ),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { edits } = await unscopedPrisma().message.findUniqueOrThrow({ where: { id: messageId } })
    expect((await stored(other)).acceptedMessageId).toBe(edits === 0 ? messageId : null)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { reopenExpired, reopenSuperseded } from '#app/domain/consultations/decisions/commands/lapse.server.ts'
import { rateAnswer } from '#app/domain/consultations/decisions/commands/rate.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { DecisionForm, type DecisionInput, RatingForm } from '#app/domain/consultations/decisions/forms.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { countQueries, prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from './support.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const answered = async (body = 'Derate by 1 % per 100 m.') => {
  const { lin, ingrid } = world.people
  const id = await ask(lin, world.accounts.lumen)
  const messageId = await as(ingrid, () => answerConsultation(ingrid, id, { body, fileIds: [] }))
  return { id, messageId }
}
const recordAs = (actor: Actor, id: string, input: Partial<DecisionInput> & { messageId: string }) =>
  as(actor, () => recordDecision(actor, id, DecisionForm.parse({ part: 'CMD-0750', ...input })))
const acceptAs = (actor: Actor, id: string, messageId: string, decisionId?: string) =>
  as(actor, () => acceptAnswer(actor, id, { messageId, decisionId }))
const viewAs = (actor: Actor, id: string) =>
  as(actor, async () => viewThread(actor, await getThread(actor, id)))

describe('the record of an answer', () => {
  test('is read by both sides, written anew until the answer is accepted, and accepted as it was read', async () => {
    const { lin, ingrid, dev } = world.people
    const { id, messageId } = await answered()
    const input = { messageId, revision: 'C', conditions: 'up to 2,000 m', validUntil: '2099-12-31' }
    await recordAs(ingrid, id, { ...input, approverId: dev.membershipId })
    const before = await viewAs(lin, id)
    expect(before.decision).toMatchObject({
      ...{ part: 'CMD-0750', revision: 'C', conditions: 'up to 2,000 m', validUntil: '2099-12-31' },
      approver: { name: dev.name },
    })
    await recordAs(dev, id, { ...input, revision: 'D' })
    const stale = acceptAs(lin, id, messageId, before.decision?.id)
    await expect(stale).rejects.toMatchObject({ messageKey: 'decisions:error.otherRecord' })
    await expect(acceptAs(lin, id, messageId)).rejects.toMatchObject({ status: 409 })
    expect((await stored(id)).status).toBe('answered')
    const { decision } = await viewAs(lin, id)
    await acceptAs(lin, id, messageId, decision?.id)
    await expect(recordAs(ingrid, id, input)).rejects.toMatchObject({ status: 409 })
    expect(await eventsOf(id)).toEqual([
      'asked',
      'answered',
      'decisionRecorded',
      'decisionRecorded',
      'accepted',
    ])
    const { statements } = await countQueries(() => as(lin, () => getThread(lin, id)))
    expect(statements).toHaveLength(1)
  })

  test('is refused with a day that is over, an approver who cannot enter, another answer, and to others', async () => {
    const { lin, ingrid, rui } = world.people
    const { id, messageId } = await answered()
    const over = recordAs(ingrid, id, { messageId, validUntil: '2020-01-01' })
    await expect(over).rejects.toMatchObject({ field: 'validUntil' })
    const stranger = recordAs(ingrid, id, { messageId, approverId: lin.membershipId })
    await expect(stranger).rejects.toMatchObject({ field: 'approverId' })
    await expect(recordAs(ingrid, id, { messageId: id })).rejects.toMatchObject({ status: 409 })
    await expect(recordAs(lin, id, { messageId })).rejects.toMatchObject({ status: 403 })
    await expect(recordAs(rui, id, { messageId })).rejects.toMatchObject({ status: 404 })
    expect(DecisionForm.safeParse({ messageId, part: ' ' }).success).toBe(false)
    expect(DecisionForm.safeParse({ messageId, part: 'x', validUntil: '31.12.2099' }).success).toBe(false)
  })

  test('stays as it is, and nobody writes it in another name or account', async () => {
    const { lin, ingrid, dev } = world.people
    const { id, messageId } = await answered()
    await recordAs(ingrid, id, { messageId })
    await expect(
      unscopedPrisma().consultationDecision.updateMany({ where: { messageId }, data: { part: 'other' } }),
    ).rejects.toThrow()
    const row = { consultationId: id, accountId: world.accounts.lumen, messageId }
    const text = { part: 'CMD', revision: '', conditions: '' }
    const write = (actor: Actor, more: object = {}) =>
      as(actor, () =>
        prisma.consultationDecision.create({
          data: { ...row, ...text, recordedById: actor.membershipId, ...more },
        }),
      )
    await expect(write(lin)).rejects.toThrow()
    await expect(write(ingrid, { recordedById: dev.membershipId })).rejects.toThrow()
    await expect(write(ingrid, { accountId: world.accounts.aurora })).rejects.toThrow()
    const rating = { ...row, steps: 5, word: '', ratedById: ingrid.membershipId }
    await expect(as(ingrid, () => prisma.consultationRating.create({ data: rating }))).rejects.toThrow()
  })
})

describe('how the answer served', () => {
  test('is said by the customer once it was accepted, and the latest word counts', async () => {
    const { lin, chen, ingrid, wu } = world.people
    const { id, messageId } = await answered()
    const rateAs = (actor: Actor, steps: number, word = '') =>
      as(actor, () => rateAnswer(actor, id, { messageId, steps, word }))
    await expect(rateAs(lin, 5)).rejects.toMatchObject({ status: 409 })
    await acceptAs(lin, id, messageId)
    await expect(rateAs(ingrid, 5)).rejects.toMatchObject({ status: 403 })
    await expect(rateAs(wu, 5)).rejects.toMatchObject({ status: 403 })
    await rateAs(lin, 2)
    await rateAs(lin, 4, 'Fast and exact')
    expect((await viewAs(ingrid, id)).rating).toMatchObject({ steps: 4, word: 'Fast and exact' })
    expect((await viewAs(chen, id)).abilities.rate).toBe(false)
    for (const steps of ['0', '6', '2.5', '', 'x'])
      expect(RatingForm.safeParse({ messageId, steps }).success).toBe(false)
    // After a new answer the old rating is history.
    await as(lin, () => reopenConsultation(lin, id, 'Not at 3 kV'))
    expect((await viewAs(ingrid, id)).rating).toBeNull()
  })
})

describe('an accepted answer that holds no longer', () => {
  test('opens the consultation again after its last day at the supplier, once', async () => {
    const { lin, ingrid } = world.people
    const { id, messageId } = await answered()
    await recordAs(ingrid, id, { messageId, validUntil: '2099-06-30' })
    const { decision } = await viewAs(lin, id)
    await acceptAs(lin, id, messageId, decision?.id)
    const { timeZone } = await unscopedPrisma().organization.findUniqueOrThrow({
      where: { id: world.organizations.halden },
    })
    const at = async (instant: string) => {
      const back = setClock(() => new Date(instant))
      await reopenExpired().finally(back)
    }
    expect(timeZone).toBe('America/Los_Angeles') // Still the 30th there.
    await at('2099-07-01T06:59:00Z')
    expect((await stored(id)).status).toBe('accepted')
    await at('2099-07-01T07:01:00Z')
    await at('2099-07-01T08:01:00Z')
    expect(await stored(id)).toMatchObject({ status: 'reopened', acceptedMessageId: null })
    expect((await eventsOf(id)).filter((type) => type === 'lapsed')).toHaveLength(1)
    const view = await viewAs(lin, id)
    expect(view.history[0]).toMatchObject({
      type: 'consultation.lapsed',
      payload: { reason: 'validity', messageId },
    })
  })

  test('opens it again when what it cites has a new version, and nothing else', async () => {
    const { lin, ingrid } = world.people
    const cited = await answered()
    const other = await answered()
    for (const { id, messageId } of [cited, other]) await acceptAs(lin, id, messageId)
    const database = unscopedPrisma()
    const organizationId = world.organizations.halden
    const document = await database.document.create({
      data: {
        ...{ organizationId, kind: 'technical_note', number: 901, title: 'Derating', language: 'en' },
        ...{ ownerId: ingrid.membershipId, status: 'released' },
      },
    })
    const version = await database.documentVersion.create({
      data: {
        ...{ documentId: document.id, organizationId, version: 1, title: 'Derating', body: 'x' },
        ...{ language: 'en', authorId: ingrid.membershipId },
      },
    })
    await database.citation.create({
      data: {
        ...{ messageId: cited.messageId, accountId: world.accounts.lumen, lane: 'shared', symbol: '' },
        ...{ citedDocumentId: document.id, citedVersionId: version.id, organizationId },
        createdById: ingrid.membershipId,
      },
    })
    const released = async (number: number, supersedes: number | null) => {
      const event = await database.event.create({
        data: {
          ...{ type: 'document.released', version: 1, organizationId, subjectType: 'document' },
          ...{ subjectId: document.id, actorName: '', occurredAt: new Date(Date.now() + 1_000) },
          payload: { number: 'TN-0901', title: 'Derating', version: number, supersedes },
        },
      })
      for (const run of [event, event]) await reopenSuperseded(run)
    }
    await released(1, null)
    await released(3, 2)
    expect((await stored(cited.id)).status).toBe('accepted')
    await released(2, 1)
    expect((await stored(cited.id)).status).toBe('reopened')
    expect((await stored(other.id)).status).toBe('accepted')
    const { history } = await viewAs(lin, cited.id)
    expect(history[0]).toMatchObject({ payload: { reason: 'superseded', document: 'TN-0901' } })
    expect((await eventsOf(cited.id)).filter((type) => type === 'lapsed')).toHaveLength(1)
  })
})

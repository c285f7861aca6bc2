import { beforeEach, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { changeDraft } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { contribute, sendBack, takeBack } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { changePart, withdrawPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import {
  ContributionForm,
  DraftForm,
  PartForm,
  PartReasonForm,
  SignForm,
} from '#app/domain/consultations/parts/forms.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'
import { assemble, handIn, part, release, sign, splitOff, storedDraft, storedPart } from './support.ts'

const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

/** Two parts, both handed in and assembled. */
async function drafted() {
  const { ingrid, quinn, tomas } = world.people
  const quality = await splitOff(ingrid, id, part('quality', quinn))
  const logistics = await splitOff(ingrid, id, part('logistics'))
  await handIn(tomas, id, logistics, 'On Tuesday')
  await handIn(quinn, id, quality, 'Batch 7 is fine')
  await assemble(ingrid, id)
  return { quality, logistics }
}

test('a question goes out in parts, comes back as one draft, and is released once every function has signed', async () => {
  const { ingrid, quinn, tomas } = world.people
  const { logistics } = await drafted()
  const draft = await storedDraft(id)
  expect(draft.body).toBe('## What says quality?\n\nBatch 7 is fine\n\n## What says logistics?\n\nOn Tuesday')
  expect(draft.functions).toEqual(['quality', 'logistics'])
  expect((await storedPart(logistics)).ownerId).toBe(tomas.membershipId)
  await sign(quinn, id, ['quality'], 1)
  await expect(release(ingrid, id, 1)).rejects.toThrow(Conflict)
  await sign(tomas, id, ['logistics'], 1)
  const messageId = await release(ingrid, id, 1)
  expect(await stored(id)).toMatchObject({ status: 'answered', answerMessageId: messageId })
  const message = await unscopedPrisma().message.findUniqueOrThrow({ where: { id: messageId } })
  expect(message).toMatchObject({ lane: 'shared', body: draft.body, authorId: ingrid.membershipId })
  expect(await storedDraft(id)).toMatchObject({ messageId, releasedById: ingrid.membershipId })
  expect(await eventsOf(id)).toEqual([
    ...['asked', 'partAsked', 'partAsked', 'partContributed', 'partContributed', 'partsAssembled'],
    ...['partsSigned', 'partsSigned', 'answered', 'partsReleased'],
  ])
  const told = await unscopedPrisma().event.findMany({ where: { subjectId: id, type: { contains: 'part' } } })
  expect(told.every(({ side }) => side === 'supplier')).toBe(true)
  await expect(release(ingrid, id, 1)).rejects.toThrow(NotFound)
})

test('of two who release at once one gives the answer', async () => {
  const { ingrid, marcus, quinn, tomas } = world.people
  await drafted()
  await sign(quinn, id, ['quality'], 1)
  await sign(tomas, id, ['logistics'], 1)
  const both = await Promise.allSettled([release(ingrid, id, 1), release(marcus, id, 1)])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await eventsOf(id)).filter((name) => name === 'answered')).toHaveLength(1)
})

test('an edit makes signatures void, and of two at once one is told', async () => {
  const { ingrid, marcus, quinn, tomas } = world.people
  await drafted()
  await sign(quinn, id, ['quality'], 1)
  const edit = (body: string) => ({
    body,
    functions: ['quality' as const, 'logistics' as const],
    revision: 1,
  })
  const both = await Promise.allSettled([
    as(ingrid, () => changeDraft(ingrid, id, edit('Shorter'))),
    as(marcus, () => changeDraft(marcus, id, edit('Longer'))),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(sign(tomas, id, ['logistics'], 1)).rejects.toThrow(Conflict)
  await sign(tomas, id, ['logistics'], 2)
  await expect(release(ingrid, id, 2)).rejects.toThrow(Conflict)
  await sign(quinn, id, ['quality'], 2, 'Say which batch')
  await expect(release(ingrid, id, 2)).rejects.toThrow(Conflict)
})

test('nobody signs for a function that they do not have', async () => {
  const { dev, lin, quinn } = world.people
  await drafted()
  await expect(sign(dev, id, ['quality'], 1)).rejects.toThrow(Forbidden)
  await expect(sign(quinn, id, ['quality', 'logistics'], 1)).rejects.toThrow(Forbidden)
  await expect(sign(lin, id, ['engineering'], 1)).rejects.toThrow(NotFound)
  await expect(sign(dev, id, ['engineering'], 1)).rejects.toThrow(Conflict)
})

test('what is handed in is taken back or sent back until it is in a draft', async () => {
  const { ingrid, quinn, tomas } = world.people
  const partId = await splitOff(ingrid, id, part('quality', quinn))
  const place = { consultationId: id, partId }
  await expect(handIn(tomas, id, partId)).rejects.toThrow(Forbidden)
  await handIn(quinn, id, partId)
  await as(quinn, () => takeBack(quinn, place, 2))
  await as(quinn, () => contribute(quinn, place, { contribution: 'Batch 8', act: 'save', revision: 3 }))
  await expect(assemble(ingrid, id)).rejects.toThrow(Conflict)
  await handIn(quinn, id, partId, 'Batch 8')
  await as(ingrid, () => sendBack(ingrid, place, { reason: 'Which year?', revision: 5 }))
  expect(await storedPart(partId)).toMatchObject({ contributedAt: null, returnedWords: 'Which year?' })
  await handIn(quinn, id, partId, 'Batch 8 of 2026')
  await assemble(ingrid, id)
  const { revision } = await storedPart(partId)
  await expect(as(quinn, () => takeBack(quinn, place, revision))).rejects.toThrow(Conflict)
})

test('an open part holds the release up until it is withdrawn', async () => {
  const { ingrid, quinn, tomas } = world.people
  await drafted()
  const late = await splitOff(ingrid, id, part('engineering'))
  await sign(quinn, id, ['quality'], 1)
  await sign(tomas, id, ['logistics'], 1)
  await expect(release(ingrid, id, 1)).rejects.toThrow(Conflict)
  const place = { consultationId: id, partId: late }
  await as(ingrid, () => withdrawPart(ingrid, place, { reason: 'Not needed', revision: 1 }))
  const changed = { ...part('engineering'), revision: 2 }
  await expect(as(ingrid, () => changePart(ingrid, place, changed))).rejects.toThrow(Conflict)
  await release(ingrid, id, 1)
})

test('a part falls back to its function once its owner is deactivated', async () => {
  const { ingrid, quinn, tomas } = world.people
  const partId = await splitOff(ingrid, id, part('quality', tomas))
  await expect(handIn(quinn, id, partId)).rejects.toThrow(Forbidden)
  await unscopedPrisma().membership.update({
    where: { id: tomas.membershipId },
    data: { deactivatedAt: new Date() },
  })
  await handIn(quinn, id, partId)
  expect((await storedPart(partId)).ownerId).toBe(quinn.membershipId)
  await expect(splitOff(ingrid, id, part('quality', tomas))).rejects.toThrow(Invalid)
  await unscopedPrisma().membership.update({
    where: { id: tomas.membershipId },
    data: { deactivatedAt: null },
  })
})

test('what is closed is not split, and the customer splits nothing', async () => {
  const { ingrid, lin, rui } = world.people
  await expect(splitOff(lin, id, part('quality'))).rejects.toThrow(NotFound)
  await expect(splitOff(rui, id, part('quality'))).rejects.toThrow(NotFound)
  const refusals = { closed: Conflict, accepted: Conflict, merged: Forbidden }
  for (const [status, refusal] of Object.entries(refusals)) {
    await unscopedPrisma().consultation.update({ where: { id }, data: { status: status as 'closed' } })
    await expect(splitOff(ingrid, id, part('quality')), status).rejects.toThrow(refusal)
  }
  const past = { ...part('quality'), dueOn: '2020-01-02' }
  await unscopedPrisma().consultation.update({ where: { id }, data: { status: 'assigned' } })
  await expect(splitOff(ingrid, id, past)).rejects.toThrow(Invalid)
})

test('what is empty, and what is too long, is refused with words', () => {
  const messages = (form: ZodType, given: object) =>
    form.safeParse(given).error?.issues.map(({ message }) => message.split('?')[0]) ?? []
  const huge = 'x'.repeat(100_000)
  for (const empty of ['', '  ', undefined]) {
    expect(messages(PartForm, { ...part('quality'), question: empty })).toEqual(['common:error.required'])
    const act = { act: 'save', revision: '1' }
    expect(messages(ContributionForm, { contribution: empty, ...act })).toEqual(['common:error.required'])
    expect(messages(PartReasonForm, { reason: empty, revision: '1' })).toEqual(['common:error.required'])
  }
  const tooLong = [expect.stringContaining('common:error.tooLong')]
  expect(messages(PartForm, { ...part('quality'), question: huge })).toEqual(tooLong)
  expect(messages(ContributionForm, { contribution: huge, act: 'save', revision: '1' })).toEqual(tooLong)
  expect(messages(PartReasonForm, { reason: huge, revision: '1' })).toEqual(tooLong)
  expect(messages(DraftForm, { body: huge, functions: ['quality'], revision: '1' })).toEqual(tooLong)
  const word = { functions: ['quality'], revision: '1' }
  expect(messages(SignForm, { ...word, act: 'object', objection: huge })).toEqual(tooLong)
  expect(messages(SignForm, { ...word, act: 'sign', functions: [] })).toEqual(['common:error.choose'])
  expect(messages(SignForm, { ...word, act: 'object' })).toEqual(['parts:error.wordsWanted'])
  expect(messages(SignForm, { ...word, act: 'sign', objection: 'No' })).toEqual(['parts:error.isObjection'])
})

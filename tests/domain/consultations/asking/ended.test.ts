import { beforeAll, describe, expect, test } from 'vitest'
import { endQuestion } from '#app/domain/consultations/asking/commands/end-question.server.ts'
import type { EndQuestionInput } from '#app/domain/consultations/asking/forms.ts'
import { EndQuestionForm } from '#app/domain/consultations/asking/forms.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, Invalid } from '#app/platform/errors.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { document, offered, settled } from './texts.ts'

const world = useWorld()
let note: string
let answer: string
const text = 'Earth fault on long cable'

beforeAll(async () => {
  note = await document(world, { title: 'Long cables', body: 'Earth fault: fit a choke to the cable.' })
  answer = await settled(world, {
    ...{ by: 'lin', account: 'lumen', answeredBy: 'ingrid' },
    ...{ subject: 'Earth fault with a cable of 80 m', answer: 'A choke' },
  })
})

function end(person: PersonName, changes: Partial<EndQuestionInput> = {}) {
  const actor = world.people[person]
  const account = person === 'rui' ? world.accounts.aurora : world.accounts.lumen
  const ended = {
    accountId: account,
    function: 'engineering' as const,
    formKey: crypto.randomUUID(),
    ...changes,
  }
  return as(actor, () => endQuestion(actor, ended))
}
const endedAt = async (person: PersonName, id: string) =>
  (await offered(world, person, text, { account: person === 'rui' ? 'aurora' : 'lumen' })).find(
    (each) => each.id === id,
  )?.ended

describe('a question that ends at a suggestion', () => {
  test('is counted there, for its own account and for the supplier, and told as an event without its words', async () => {
    await end('lin', { documentId: note })
    await end('lin', { consultationId: answer })
    await end('rui', { documentId: note })
    expect(await endedAt('lin', note)).toBe(1)
    expect(await endedAt('lin', answer)).toBe(1)
    expect(await endedAt('rui', note)).toBe(1)
    expect(await endedAt('marcus', note)).toBe(2)
    // Ingrid is not in the team of Aurora's account.
    expect(await endedAt('ingrid', note)).toBe(1)
    const events = await unscopedPrisma().event.findMany({
      where: { type: 'question.ended' },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ accountId, payload }) => [accountId, payload])).toEqual([
      [
        world.accounts.lumen,
        { number: 'TN-0501', function: 'engineering', documentId: note, consultationId: null },
      ],
      [
        world.accounts.lumen,
        { number: 'C-0001', function: 'engineering', documentId: null, consultationId: answer },
      ],
      [
        world.accounts.aurora,
        { number: 'TN-0501', function: 'engineering', documentId: note, consultationId: null },
      ],
    ])
  })

  test('sent twice, also at once, it ended once', async () => {
    const before = await unscopedPrisma().endedQuestion.count()
    const formKey = crypto.randomUUID()
    await Promise.all([1, 2, 3].map(() => end('chen', { consultationId: answer, formKey })))
    expect(await unscopedPrisma().endedQuestion.count()).toBe(before + 1)
    expect(await unscopedPrisma().event.count({ where: { type: 'question.ended' } })).toBe(before + 1)
  })

  test('refused: the supplier, another account, what one does not see, what is no accepted answer', async () => {
    const { lumen, aurora } = world.accounts
    await expect(end('ingrid', { documentId: note })).rejects.toThrow(Forbidden)
    await expect(end('rui', { accountId: lumen, documentId: note })).rejects.toThrow(Invalid)
    await expect(end('rui', { accountId: aurora, consultationId: answer })).rejects.toThrow(Invalid)
    await expect(end('chen', { documentId: note })).rejects.toThrow(Invalid)
    const open = await ask(world.people.lin, lumen)
    await expect(end('lin', { consultationId: open })).rejects.toThrow(Invalid)
    const draft = await document(world, { title: 'Draft', body: 'Draft', isReleased: false })
    await expect(end('lin', { documentId: draft })).rejects.toThrow(Invalid)
  })

  test('the form wants one of both', () => {
    const id = crypto.randomUUID()
    const given = { accountId: id, function: 'quality', formKey: id }
    expect(EndQuestionForm.safeParse(given).success).toBe(false)
    expect(EndQuestionForm.safeParse({ ...given, documentId: id, consultationId: id }).success).toBe(false)
    expect(EndQuestionForm.safeParse({ ...given, documentId: id }).success).toBe(true)
  })

  test('the database refuses what the command would, and every change', async () => {
    const { rui, lin } = world.people
    const row = (changes: object) => ({
      ...{ accountId: world.accounts.lumen, organizationId: world.organizations.halden, documentId: note },
      ...{
        askedById: rui.membershipId,
        function: 'engineering' as const,
        formKey: crypto.randomUUID(),
        ...changes,
      },
    })
    await expect(as(rui, () => prisma.endedQuestion.create({ data: row({}) }))).rejects.toThrow()
    await expect(as(lin, () => prisma.endedQuestion.create({ data: row({}) }))).rejects.toThrow()
    const own = { askedById: lin.membershipId, organizationId: world.organizations.lumen }
    await expect(as(lin, () => prisma.endedQuestion.create({ data: row(own) }))).rejects.toThrow()
    await expect(unscopedPrisma().endedQuestion.deleteMany()).rejects.toThrow()
    await expect(
      as(rui, () => prisma.endedQuestion.count({ where: { accountId: world.accounts.lumen } })),
    ).resolves.toBe(0)
  })
})

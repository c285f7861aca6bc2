import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { mergeConsultation } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { promiseDay } from '#app/domain/consultations/work/commands/due.server.ts'
import { remindOfOwnDays } from '#app/domain/consultations/work/jobs/remind.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'

const world = useWorld()

const merge = (actor: Actor, id: string, into: string) => as(actor, () => mergeConsultation(actor, id, into))
const answer = (actor: Actor, id: string) =>
  as(actor, () => answerConsultation(actor, id, { body: 'Change the fan', fileIds: [] }))
const lumens = (actor = world.people.lin) => ask(actor, world.accounts.lumen)
const conflict = (name: string) => expect.objectContaining({ messageKey: `linking:error.${name}` })

async function twoQuestions() {
  return { first: await lumens(), again: await lumens(world.people.wu) }
}

describe('what cannot be merged', () => {
  test('into itself, into one that is merged, one that took others in, one with an accepted answer', async () => {
    const { ingrid, lin } = world.people
    const { first, again } = await twoQuestions()
    await expect(merge(ingrid, first, first)).rejects.toEqual(conflict('itself'))
    await merge(ingrid, again, first)
    const third = await lumens()
    await expect(merge(ingrid, third, again)).rejects.toEqual(conflict('survivorIsMerged'))
    await expect(merge(ingrid, again, third)).rejects.toEqual(conflict('mergedAlready'))
    // The circle: what went on there cannot go on here.
    await expect(merge(ingrid, first, again)).rejects.toEqual(conflict('survivorIsMerged'))
    await expect(merge(ingrid, first, third)).rejects.toEqual(conflict('hasMerged'))
    const messageId = await answer(ingrid, third)
    await as(lin, () => acceptAnswer(lin, third, { messageId }))
    await expect(merge(ingrid, third, first)).rejects.toEqual(conflict('isAccepted'))
    const late = await lumens()
    await merge(ingrid, late, third)
    expect(await stored(third)).toMatchObject({ status: 'accepted' })
  })

  test('across accounts, and what one does not see, or may not decide', async () => {
    const { ingrid, marcus, chen, lin, rui } = world.people
    const { first, again } = await twoQuestions()
    const auroras = await ask(rui, world.accounts.aurora)
    await expect(merge(marcus, first, auroras)).rejects.toEqual(conflict('otherAccount'))
    await expect(merge(ingrid, first, auroras)).rejects.toThrow(NotFound)
    await expect(merge(rui, auroras, first)).rejects.toThrow(NotFound)
    await expect(merge(rui, first, again)).rejects.toThrow(NotFound)
    // Chen asked neither, and is of another function.
    await expect(merge(chen, first, again)).rejects.toThrow(Forbidden)
    await merge(lin, again, first)
  })

  test('what was merged is promised for no day, and nobody is reminded of one that it had', async () => {
    const { ingrid } = world.people
    const { first, again } = await twoQuestions()
    const dueOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const promise = () => as(ingrid, () => promiseDay(ingrid, again, { dueOn, isShown: false }))
    await promise()
    await merge(ingrid, again, first)
    await expect(as(ingrid, () => promiseDay(ingrid, again, { isShown: true }))).rejects.toThrow(Conflict)
    setClock(() => new Date(Date.now() + 3 * 86_400_000))
    await remindOfOwnDays()
    setClock(() => new Date())
    const { remindedAt } = await unscopedPrisma().consultationDue.findFirstOrThrow()
    expect(remindedAt).toBeNull()
  })

  test('of two people who merge at once, also each into the other, one is told', async () => {
    const { ingrid, dev } = world.people
    const { first, again } = await twoQuestions()
    const done = await Promise.allSettled([merge(ingrid, first, again), merge(dev, again, first)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = done.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toBeInstanceOf(Conflict)
    expect(
      await unscopedPrisma().consultationMerge.count({ where: { consultationId: { in: [first, again] } } }),
    ).toBe(1)
  })

  test('past the command: another account’s, in somebody else’s name, in two steps', async () => {
    const { ingrid, lin, rui } = world.people
    const { first, again } = await twoQuestions()
    const third = await lumens()
    const row = {
      ...{
        consultationId: again,
        intoId: first,
        accountId: world.accounts.lumen,
        statusBefore: 'new' as const,
      },
      ...{ askedById: world.people.wu.membershipId, mergedById: lin.membershipId, mergedAt: new Date() },
    }
    const write = (actor: Actor, changes: object = {}) =>
      as(actor, () => prisma.consultationMerge.create({ data: { ...row, ...changes } }))
    await expect(write(rui, { mergedById: rui.membershipId })).rejects.toThrow()
    await expect(write(ingrid)).rejects.toThrow()
    await merge(ingrid, again, first)
    await expect(
      write(lin, { consultationId: third, intoId: again, askedById: lin.membershipId }),
    ).rejects.toThrow()
    await expect(
      write(lin, { consultationId: first, intoId: third, askedById: lin.membershipId }),
    ).rejects.toThrow()
    expect(await as(rui, () => prisma.consultationMerge.findMany())).toEqual([])
  })
})

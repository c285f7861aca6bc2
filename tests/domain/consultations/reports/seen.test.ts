import { describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { listWords } from '#app/domain/consultations/reports/queries/words.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { as } from '../support.ts'
import { june, report, useHistory } from './history.ts'

const { world, ids } = useHistory()

describe('who sees what', () => {
  test('both sides the same figures of the same account', async () => {
    const { lin, ingrid } = world.people
    const [mine, theirs] = [await report(lin), await report(ingrid)]
    expect(mine.total).toEqual(theirs.total)
    expect(mine.rows.map(({ name }) => name)).toEqual(['Halden Components'])
    expect(theirs.rows.map(({ name }) => name)).toEqual(['Lumen Appliances'])
  })

  test('a customer sees its own askers, and none of the supplier’s people', async () => {
    const { rows } = await report(world.people.lin, { by: 'member' })
    expect(rows.map(({ name, course }) => [name, course.n]).sort()).toEqual([
      ['林晓', 6],
      ['陈伟', 1],
    ])
  })

  test('nothing of another account, not as a sum either', async () => {
    const { rui, dev, ingrid, lin } = world.people
    const { aurora, lumen } = world.accounts
    const of = async (actor: Actor) => (await report(actor)).total
    expect(await of(rui)).toMatchObject({
      clocks: { first_response: { n: 1, missed: 1, overdue: 1, ended: 0, median: null } },
      course: { n: 1, merged: 0, ratings: [0, 0, 0, 0, 0] },
    })
    // Dev is of the team of the restricted account, Ingrid is not.
    expect((await of(dev)).course.n).toBe(8)
    expect((await of(ingrid)).course.n).toBe(7)
    for (const [actor, account] of [
      [rui, lumen],
      [lin, aurora],
      [ingrid, aurora],
      [lin, 'no id'],
    ] as const)
      await expect(report(actor, { account })).rejects.toThrow(NotFound)
    expect((await report(dev, { account: aurora })).total.course.n).toBe(1)
  })

  test('figures by name are for account management and administrators', async () => {
    const { ingrid, quinn, marcus, admin, lin } = world.people
    for (const actor of [ingrid, quinn])
      await expect(report(actor, { by: 'member' })).rejects.toThrow(Forbidden)
    for (const actor of [marcus, admin, lin]) await report(actor, { by: 'member' })
  })

  test('words are those of the ratings that count, to whoever sees the consultation', async () => {
    const said = (actor: Actor) => as(actor, () => listWords(actor, june))
    for (const actor of [world.people.lin, world.people.ingrid])
      expect(await said(actor)).toMatchObject([{ id: ids.accepted, steps: 5, word: 'Quick and clear' }])
    expect(await said(world.people.rui)).toEqual([])
  })

  test('whoever was deactivated sees nothing', async () => {
    const { tomas } = world.people
    const where = { id: tomas.membershipId }
    expect((await report(tomas)).total.course.n).toBe(7)
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    expect((await report(tomas)).total).toMatchObject({
      course: { n: 0, merged: 0 },
      clocks: { first_response: { n: 0 } },
    })
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
  })
})

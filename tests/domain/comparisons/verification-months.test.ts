import { beforeAll, describe, expect, test } from 'vitest'
import { endComparison } from '#app/domain/comparisons/commands/end.server.ts'
import { downloadEvidence } from '#app/domain/comparisons/verification/commands/download.server.ts'
import { remindOfMeasuring } from '#app/domain/comparisons/verification/jobs/remind.server.ts'
import { monthPage } from '#app/domain/comparisons/verification/queries/month-page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { store, useTestStorage } from '#tests/support/stored.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { eventsOf } from './comparison-cases.ts'
import { measuring } from './verification-cases.ts'

useTestDatabase()
useTestStorage()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const { agreed, plan, sign, enter, measured, verifiedMonth, by, view } = measuring(() => world)

describe('the actuals of a month', () => {
  test('are entered by those who work on it, once the plan is agreed, the trial has begun and the month is over', async () => {
    const id = await agreed()
    await plan('marcus', id)
    await expect(enter('lin', id, 1)).rejects.toThrow('verification:error.notMeasuring')
    const going = await measured({ startsOn: '2026-10', periods: 6 })
    for (const [name, number, error] of [
      ['tomas', 1, Forbidden],
      ['wu', 1, NotFound],
      ['rui', 1, NotFound],
      ['lin', 0, NotFound],
      ['lin', 7, NotFound],
      ['lin', 6, Conflict],
    ] as const)
      await expect(enter(name, going, number)).rejects.toThrow(error)
    await enter('lin', going, 1, { value: '370', volume: '1100' })
    const { months } = await view('marcus', going)
    // 400 × 1.1 − 370 = 70, at 1 EUR each.
    expect(months[0]).toMatchObject({ state: 'entered', revisions: [{ saving: '70', side: 'customer' }] })
    await expect(by('chen', (actor) => monthPage(actor, going, 6))).rejects.toThrow(NotFound)
  })

  test('need a value, and a volume where the baseline follows it; reasons are asked by the form and kept by the database', async () => {
    const id = await measured()
    await expect(enter('lin', id, 1, { volume: null })).rejects.toThrow(Invalid)
    await expect(enter('lin', id, 1, { readings: [] })).rejects.toThrow(Invalid)
    await enter('lin', id, 1, { value: '-999999999999999.999999999' })
    await expect(unscopedPrisma().$executeRaw`UPDATE verification_reading SET routine = 5`).rejects.toThrow(
      /insert-only/,
    )
  })

  test('of two who enter at once one does, the other is told', async () => {
    const id = await measured()
    const both = await Promise.allSettled([enter('lin', id, 1), enter('marcus', id, 1)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(enter('lin', id, 1)).rejects.toThrow('verification:error.monthMoved')
    expect(await unscopedPrisma().verificationPeriod.count({ where: { comparisonId: id } })).toBe(1)
  })

  test('count once both sides signed them; a correction is a revision of its own, and until it is signed the old one counts', async () => {
    const id = await measured({ periods: 3 })
    await enter('lin', id, 1, { value: '380' })
    await expect(sign('lin', id, 'period', 1)).rejects.toThrow(Forbidden)
    expect(await sign('chen', id, 'period', 1)).toBe(false)
    expect((await view('marcus', id)).months[0]?.state).toBe('halfSigned')
    expect(await sign('marcus', id, 'period', 1)).toBe(true)
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'comparison.savingVerified',
      payload: { month: '2026-03', saving: '20 EUR' },
    })
    await enter('marcus', id, 1, { value: '390', revision: 1 })
    const { months } = await view('chen', id)
    expect(months[0]).toMatchObject({
      state: 'correction',
      verified: { saving: '20', revision: 1 },
      signatures: [],
    })
    await sign('marcus', id, 'period', 1)
    await sign('chen', id, 'period', 1)
    const after = (await view('chen', id)).months[0]
    expect(after).toMatchObject({ state: 'signed', verified: { saving: '10', revision: 2 } })
    expect(after?.revisions.map(({ saving }) => saving)).toEqual(['10', '20'])
  })

  test('stand as they were entered, also for the owner of the database', async () => {
    const id = await measured()
    await verifiedMonth(id, 1)
    const database = unscopedPrisma()
    const where = { comparisonId: id }
    await expect(database.verificationPeriod.updateMany({ where, data: { saving: '1' } })).rejects.toThrow(
      /stays/,
    )
    await expect(database.verificationPeriod.deleteMany({ where })).rejects.toThrow(/stays/)
    await expect(database.verificationSignature.deleteMany({ where })).rejects.toThrow(/insert-only/)
    await expect(database.savingsEntry.updateMany({ where, data: { amount: '1' } })).rejects.toThrow(
      /insert-only/,
    )
    await expect(database.savingsEntry.deleteMany({ where })).rejects.toThrow(/insert-only/)
  })

  test('carry evidence that is reached through the month alone', async () => {
    const id = await measured()
    const { lin, chen, marcus, rui, wu } = world.people
    const file = await store(lin, { name: 'meter.txt', type: 'text/plain', bytes: Buffer.from('380') })
    const others = await store(chen, { name: 'own.txt', type: 'text/plain', bytes: Buffer.from('1') })
    await expect(enter('lin', id, 1, { fileIds: [others] })).rejects.toThrow(Invalid)
    await enter('lin', id, 1, { fileIds: [file] })
    const take = (actor: typeof lin, fileId: string) =>
      by(nameOf(actor), (who) => downloadEvidence(who, { comparisonId: id, fileId }, () => 0))
    const nameOf = (actor: typeof lin) =>
      (Object.entries(world.people).find(([, each]) => each === actor)?.[0] ?? 'lin') as keyof World['people']
    expect((await take(marcus, file)).name).toBe('meter.txt')
    expect((await take(chen, file)).name).toBe('meter.txt')
    for (const actor of [rui, wu]) await expect(take(actor, file)).rejects.toThrow(NotFound)
    await expect(take(marcus, others)).rejects.toThrow(NotFound)
    expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'comparison.evidenceDownloaded' })
  })
})

describe('the end of the measuring', () => {
  test('comes with the last planned month: the comparison is verified, and can be closed', async () => {
    const id = await measured()
    await verifiedMonth(id, 1, '370')
    await verifiedMonth(id, 2, '385')
    const { comparison, plan: measuredPlan } = await view('chen', id)
    expect(comparison.status).toBe('verified')
    expect(measuredPlan).toMatchObject({ forecast: '50', verified: '45' })
    await expect(enter('lin', id, 1, { revision: 1 })).rejects.toThrow('verification:error.notMeasuring')
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'comparison.verified',
      payload: { saving: '45 EUR', forecast: '50 EUR', months: 2 },
    })
    await by('chen', (actor) => endComparison(actor, id, { as: 'close', reason: 'Rolled out.' }))
    expect((await view('marcus', id)).comparison.status).toBe('closed')
  })

  test('or when both say that it is enough, for the same months', async () => {
    const id = await measured({ periods: 6 })
    await expect(sign('chen', id, 'finish')).rejects.toThrow(Conflict)
    await verifiedMonth(id, 1)
    expect(await sign('chen', id, 'finish')).toBe(false)
    await expect(sign('chen', id, 'finish')).rejects.toThrow(Conflict)
    // Another month: what chen signed was for one.
    await enter('lin', id, 2)
    await expect(sign('marcus', id, 'finish')).rejects.toThrow('verification:error.moreMeasured')
    await sign('chen', id, 'period', 2)
    await sign('marcus', id, 'period', 2)
    expect(await sign('marcus', id, 'finish')).toBe(false)
    const both = await Promise.allSettled([sign('chen', id, 'finish'), sign('chen', id, 'finish')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await view('chen', id)).comparison.status).toBe('verified')
  })
})

describe('reminders', () => {
  const reminders = async (id: string) =>
    (await eventsOf(id))
      .filter(({ type }) => /actualsMissing|monthNotSigned/.test(type))
      .map(({ type, payload }) => ({ type, payload }))

  test('tell once that a month has no values, and once that a side has not signed', async () => {
    const id = await measured({ periods: 3 })
    await Promise.all([remindOfMeasuring(), remindOfMeasuring()])
    await remindOfMeasuring()
    const { marcus, chen } = world.people
    expect(await reminders(id)).toEqual([
      {
        type: 'comparison.actualsMissing',
        payload: expect.objectContaining({
          month: '2026-03',
          told: [marcus.membershipId, chen.membershipId],
        }),
      },
    ])
    await enter('lin', id, 1)
    await sign('chen', id, 'period', 1)
    await remindOfMeasuring()
    expect(await reminders(id)).toHaveLength(1)
    const { setClock } = await import('#app/platform/clock.server.ts')
    setClock(() => new Date(Date.now() + 4 * 86_400_000))
    await Promise.all([remindOfMeasuring(), remindOfMeasuring()])
    setClock(() => new Date())
    expect((await reminders(id)).at(-1)).toEqual({
      type: 'comparison.monthNotSigned',
      payload: expect.objectContaining({ month: '2026-03', told: [marcus.membershipId] }),
    })
    expect(await reminders(id)).toHaveLength(2)
  })
})

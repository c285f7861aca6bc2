import { beforeAll, describe, expect, test } from 'vitest'
import { beginTrial } from '#app/domain/comparisons/commands/end.server.ts'
import { remindOfMeasuring } from '#app/domain/comparisons/verification/jobs/remind.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { measuring } from './verification-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const { by, agreed, plan, sign, enter, measured, verifiedMonth } = measuring(() => world)
const planRow = (comparisonId: string) =>
  unscopedPrisma().verificationPlan.findUniqueOrThrow({ where: { comparisonId } })

describe('in a database session of one side', () => {
  test('the measuring is not finished, whatever the figures', async () => {
    const id = await measured()
    await verifiedMonth(id, 1)
    const finish = (verified: string) =>
      by('marcus', () =>
        prisma.verificationPlan.updateMany({
          where: { comparisonId: id },
          data: { finishedAt: new Date(), forecast: '1', verified },
        }),
      )
    await expect(finish('1000000')).rejects.toThrow()
    // The sum that both signed, but not of all months, and nobody said that it is enough.
    await expect(finish('25')).rejects.toThrow(/both sides signed/)
    expect((await planRow(id)).finishedAt).toBeNull()
  })

  test('a quantity stays as it was signed, and in its plan', async () => {
    const id = await agreed()
    await plan('marcus', id)
    await sign('chen', id, 'plan')
    const other = await agreed()
    await plan('marcus', other)
    const { id: to } = await planRow(other)
    const change = (data: object, comparisonId = id) =>
      by('marcus', () => prisma.verificationQuantity.updateMany({ where: { comparisonId }, data }))
    await expect(change({ baseline: '800' })).rejects.toThrow(/immutable/)
    await expect(change({ planId: to, comparisonId: other, position: 99 })).rejects.toThrow(/immutable/)
    expect((await change({ baseline: '410' }, other)).count).toBe(1)
  })

  test('a plan is changed in the own name', async () => {
    const { chen } = world.people
    const id = await agreed()
    await plan('marcus', id)
    await expect(
      by('marcus', () =>
        prisma.verificationPlan.updateMany({
          where: { comparisonId: id },
          data: { boundary: 'All of it', revision: 2, changedById: chen.membershipId },
        }),
      ),
    ).rejects.toThrow(/own name/)
  })

  test('nothing is added to a month that somebody signed', async () => {
    const id = await measured()
    await enter('lin', id, 1)
    await sign('chen', id, 'period', 1)
    const period = await unscopedPrisma().verificationPeriod.findFirstOrThrow({ where: { comparisonId: id } })
    const reading = await unscopedPrisma().verificationReading.findFirstOrThrow({
      where: { periodId: period.id },
    })
    await expect(
      by('lin', () => prisma.verificationReading.createMany({ data: { ...reading, value: '1' } })),
    ).rejects.toThrow(/immutable/)
  })

  test('no line of the ledger is added or cancelled that follows from nothing', async () => {
    const id = await measured()
    await verifiedMonth(id, 1)
    const rows = await unscopedPrisma().savingsEntry.findMany({ where: { comparisonId: id } })
    for (const { id: of, ...row } of rows) {
      const write = (change: object) =>
        by('marcus', () =>
          prisma.savingsEntry.createMany({
            data: { ...row, recordedById: world.people.marcus.membershipId, ...change },
          }),
        )
      await expect(write({ key: 'x' })).rejects.toThrow(/row-level security/)
      await expect(write({ key: `${row.kind}:9:9:x`, revision: 9 })).rejects.toThrow()
      if (row.kind === 'verified')
        await expect(
          write({ key: `reverse:${of}`, reversesId: of, amount: row.amount.negated() }),
        ).rejects.toThrow(/row-level security/)
    }
    expect(await unscopedPrisma().savingsEntry.count({ where: { comparisonId: id } })).toBe(rows.length)
  })
})

describe('a trial', () => {
  test('does not begin after the first month that is measured', async () => {
    const id = await agreed()
    await plan('marcus', id)
    await sign('marcus', id, 'plan')
    await sign('chen', id, 'plan')
    const begin = (from: string) => by('lin', (actor) => beginTrial(actor, id, from))
    await expect(begin('2026-04-01')).rejects.toMatchObject({ field: 'from' })
    await begin('2026-03-15')
  })

  test('reminds who signs there now when the one who signed has left', async () => {
    const { chen } = world.people
    const id = await measured()
    await unscopedPrisma().membership.update({
      where: { id: chen.membershipId },
      data: { deactivatedAt: new Date() },
    })
    const { organizationId } = chen
    const user = await unscopedPrisma().user.create({ data: { email: 'next@lumen.example', language: 'zh' } })
    const next = await unscopedPrisma().membership.create({
      data: { userId: user.id, organizationId, side: 'customer', name: '周宁', functions: ['purchasing'] },
    })
    await remindOfMeasuring()
    const event = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: id, type: 'comparison.actualsMissing' },
    })
    const { told } = event.payload as { told: string[] }
    expect(told).toContain(next.id)
    expect(told).not.toContain(chen.membershipId)
    await unscopedPrisma().membership.update({
      where: { id: chen.membershipId },
      data: { deactivatedAt: null },
    })
  })
})

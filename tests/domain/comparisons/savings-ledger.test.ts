import { beforeAll, describe, expect, test } from 'vitest'
import { endComparison } from '#app/domain/comparisons/commands/end.server.ts'
import { savingsFile } from '#app/domain/comparisons/savings/export.server.ts'
import { getLedger, listYears } from '#app/domain/comparisons/savings/queries/ledger.server.ts'
import type { Grouping } from '#app/domain/comparisons/savings/savings.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { draftOf, sharedBy } from './comparison-cases.ts'
import { measuring } from './verification-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const { agreed, plan, planOf, sign, enter, measured, verifiedMonth, by } = measuring(() => world)

/** The ledger of one comparison, kind by kind. */
async function sums(comparisonId: string) {
  const rows = await unscopedPrisma().savingsEntry.groupBy({
    by: ['kind'],
    where: { comparisonId },
    _sum: { amount: true },
  })
  return Object.fromEntries(rows.map(({ kind, _sum }) => [kind, _sum.amount?.toFixed()]))
}
const ledger = (name: PersonName, by_: Grouping, account?: string) =>
  by(name, (actor) => getLedger(actor, { by: by_, account }))
const end = (name: PersonName, id: string, as: 'reject' | 'withdraw' | 'close') =>
  by(name, (actor) => endComparison(actor, id, { as, reason: 'The line is sold.' }))
const shared = () => sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen)

describe('the lines of the ledger', () => {
  test('follow the life of a comparison: nothing of a draft, then proposed, agreed, verified and what was not reached', async () => {
    const draft = await draftOf(world.people.marcus, world.accounts.lumen)
    await end('marcus', draft, 'withdraw')
    expect(await sums(draft)).toEqual({})
    const id = await measured()
    expect(await sums(id)).toEqual({ proposed: '300', agreed: '300' })
    await verifiedMonth(id, 1, '370')
    expect(await sums(id)).toEqual({ proposed: '300', agreed: '300', verified: '30' })
    await verifiedMonth(id, 2, '395')
    // 50 were agreed for two months, 35 came.
    expect(await sums(id)).toEqual({ proposed: '300', agreed: '300', verified: '35', lost: '15' })
    await end('chen', id, 'close')
    expect((await sums(id)).lost).toBe('15')
  })

  test.each([
    ['rejected', 'chen', 'reject'],
    ['withdrawn', 'marcus', 'withdraw'],
  ] as const)('what is %s is lost', async (_, name, how) => {
    const id = await shared()
    await end(name, id, how)
    expect(await sums(id)).toEqual({ proposed: '300', lost: '300' })
  })

  test('what is closed before it was measured to the end loses what is left', async () => {
    const id = await measured()
    await verifiedMonth(id, 1, '370')
    await end('marcus', id, 'close')
    expect(await sums(id)).toMatchObject({ agreed: '300', verified: '30', lost: '270' })
  })

  test('a correction reverses and adds; nothing is overwritten', async () => {
    const id = await measured({ periods: 3 })
    await verifiedMonth(id, 1, '370')
    await enter('lin', id, 1, { value: '390', revision: 1 })
    await sign('chen', id, 'period', 1)
    expect((await sums(id)).verified).toBe('30')
    await sign('marcus', id, 'period', 1)
    const lines = await unscopedPrisma().savingsEntry.findMany({
      where: { comparisonId: id, kind: 'verified' },
      orderBy: { id: 'asc' },
    })
    expect(lines.map(({ amount, year, period }) => [amount.toFixed(), year, period])).toEqual([
      ['30', 2026, 1],
      ['-30', 2026, 1],
      ['10', 2026, 1],
    ])
    expect(lines[1]?.reversesId).toBe(lines[0]?.id)
  })

  test('is written with what it follows from, or not at all', async () => {
    const id = await measured()
    await enter('lin', id, 1)
    await sign('chen', id, 'period', 1)
    const { marcus } = world.people
    const before = await unscopedPrisma().savingsEntry.count({ where: { comparisonId: id } })
    // The last of the command fails, as if the process were killed there.
    await unscopedPrisma()
      .$executeRaw`CREATE FUNCTION fail_now() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''killed''; END'`
    await unscopedPrisma()
      .$executeRaw`CREATE TRIGGER fail_now BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.type = 'comparison.savingVerified') EXECUTE FUNCTION fail_now()`
    await expect(sign('marcus', id, 'period', 1)).rejects.toThrow(/killed/)
    await unscopedPrisma().$executeRaw`DROP TRIGGER fail_now ON event`
    expect(await unscopedPrisma().savingsEntry.count({ where: { comparisonId: id } })).toBe(before)
    const both = await Promise.allSettled([sign('marcus', id, 'period', 1), sign('marcus', id, 'period', 1)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await unscopedPrisma().savingsEntry.count({ where: { comparisonId: id } })).toBe(before + 1)
    // Nobody adds a line by hand: the same thing is written once, in one's own name, and reversed by its opposite.
    const [line] = await unscopedPrisma().savingsEntry.findMany({
      where: { comparisonId: id, kind: 'verified' },
    })
    if (!line) throw new Error('no line')
    const { id: __, ...data } = line
    const write = (change: object) =>
      by('marcus', () => prisma.savingsEntry.createMany({ data: { ...data, ...change } }))
    await expect(write({})).rejects.toThrow(/[Uu]nique/)
    await expect(write({ key: 'x', recordedById: world.people.chen.membershipId })).rejects.toThrow(
      /row-level security/,
    )
    await expect(write({ key: 'x', reversesId: line.id, amount: '1' })).rejects.toThrow(/reverses no line/)
    await expect(write({ key: 'x', recordedById: marcus.membershipId, currency: 'CNY' })).rejects.toThrow(
      /row-level security/,
    )
  })

  test('learn product and plant from the plan, and are of the alternative that is tried out', async () => {
    const { halden } = world.organizations
    const family = await unscopedPrisma().productFamily.create({
      data: { organizationId: halden, code: 'X', name: 'X drives' },
    })
    const product = await unscopedPrisma().product.create({
      data: { organizationId: halden, familyId: family.id, number: 'X-1', name: 'Drive X' },
    })
    const site = await unscopedPrisma().site.create({
      data: { accountId: world.accounts.lumen, name: 'Hefei', countryCode: 'CN', timeZone: 'Asia/Shanghai' },
    })
    const id = await agreed()
    const [quantity] = (await planOf(id)).quantities
    if (!quantity) throw new Error('no quantity')
    await plan('marcus', id, { productId: product.id, quantities: [{ ...quantity, siteId: site.id }] })
    await sign('marcus', id, 'plan')
    await sign('chen', id, 'plan')
    expect(await sums(id)).toEqual({ proposed: '300', agreed: '300' })
    for (const name of ['marcus', 'chen'] as const) {
      const byProduct = (await ledger(name, 'product')).rows.find(({ label }) => label === 'X-1 Drive X')
      expect(byProduct?.amounts).toMatchObject({ proposed: '300', agreed: '300' })
      const byPlant = (await ledger(name, 'plant')).rows.find(({ label }) => label === 'Hefei')
      expect(byPlant?.amounts).toMatchObject({ agreed: '300' })
    }
  })
})

describe('who reads it', () => {
  test('both sides the same; no other customer, no other function', async () => {
    const own = await ledger('chen', 'comparison')
    expect(own.rows.length).toBeGreaterThan(5)
    expect((await ledger('marcus', 'comparison', world.accounts.lumen)).rows).toEqual(own.rows)
    for (const name of ['rui', 'sofia', 'wu', 'lumenAdmin'] as const) {
      expect(await ledger(name, 'comparison')).toEqual({ rows: [], totals: [] })
      expect((await ledger(name, 'comparison', world.accounts.lumen)).rows).toEqual([])
    }
    expect((await ledger('marcus', 'comparison', 'nonsense')).rows).toEqual([])
    expect(await by('wu', (actor) => listYears(actor))).toEqual([])
  })

  test('each currency for itself, and every way of grouping adds up to the same', async () => {
    await sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen, { currency: 'CNY' })
    const { totals } = await ledger('chen', 'comparison')
    expect(totals.map(({ currency }) => currency)).toEqual(['CNY', 'EUR'])
    for (const grouping of ['year', 'category', 'product', 'plant'] as const)
      expect((await ledger('chen', grouping)).totals).toEqual(totals)
  })

  test('as files: every line, and as a workbook', async () => {
    const csv = await by('chen', (actor) => savingsFile(actor, { by: 'year' }, 'csv'))
    const text = (await csv.output.toArray()).join('')
    expect(text).toContain('Recorded,Kind,Comparison')
    expect(text).toMatch(/Verified,CC-\d{4},Drive CMD-075 instead of the present one,2026,Material,/)
    const book = await by('marcus', (actor) => savingsFile(actor, { by: 'category' }, 'xlsx'))
    expect(
      Buffer.concat(await book.output.toArray())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    const other = await by('sofia', (actor) => savingsFile(actor, { by: 'year' }, 'csv'))
    expect((await other.output.toArray()).join('').trim().split('\n')).toHaveLength(1)
  })
})

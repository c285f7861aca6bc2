import { beforeAll, describe, expect, test } from 'vitest'
import { addClaim, changeClaim } from '#app/domain/comparisons/claims/commands/claims.server.ts'
import { markCompetitors } from '#app/domain/comparisons/claims/commands/mark.server.ts'
import type { ClaimInput } from '#app/domain/comparisons/claims/forms.ts'
import { openClaims } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { approveComparison, askApproval } from '#app/domain/comparisons/commands/approval.server.ts'
import { changeStructure } from '#app/domain/comparisons/commands/change-structure.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, assumptionOf, draftOf, eventsOf, fiveYears } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const said = (changes: Partial<ClaimInput> = {}): ClaimInput => ({
  ...{ statement: 'Costs 50 EUR', source: 'Offer 4711', conditions: 'DAP Hefei' },
  ...{ sourceDate: inDays(-30), expiresOn: inDays(60), covers: 'all' as const, lineIds: [], ...changes },
})
const named = (id: string) =>
  unscopedPrisma().comparison.findUniqueOrThrow({ where: { id }, include: { options: true, lines: true } })
const byMarcus = <T>(work: (marcus: World['people']['marcus']) => Promise<T>) =>
  as(world.people.marcus, () => work(world.people.marcus))

/** Shared, with the present drive as a competitor's and one source behind all of it. */
async function shared() {
  const { marcus, dev } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  const { options, revision } = await named(id)
  const optionId = options.find(({ name }) => name === 'Present drive')?.id ?? ''
  await byMarcus((by) => markCompetitors(by, id, { optionIds: [optionId], revision }))
  const claimId = await byMarcus((by) => addClaim(by, id, { ...said(), optionId }))
  await byMarcus((by) => askApproval(by, id))
  await as(dev, () => approveComparison(dev, id))
  await byMarcus((by) => shareComparison(by, id))
  return { id, optionId, claimId }
}

/** What stands there, as the form gives it. */
async function present(id: string, renamed: Record<string, string> = {}) {
  const { options, lines, revision } = await named(id)
  const key = (name: string) => options.find((each) => each.name === name)?.id ?? ''
  const keys: Record<string, string> = { n1: key('Present drive'), n2: key('CMD-075'), ...renamed }
  const form = fiveYears()
  return {
    ...form,
    revision,
    options: form.options.map((each) => ({ ...each, key: keys[each.key] ?? each.key })),
    lines: form.lines.map((each) => ({
      ...each,
      key: lines.find(({ name }) => name === each.name)?.id ?? each.key,
      values: Object.fromEntries(Object.entries(each.values).map(([of, value]) => [keys[of] ?? of, value])),
    })),
  }
}

describe('once the customer sees it, a competitor’s product', () => {
  test('is not replaced by one of the same name, and not unmarked', async () => {
    const { id } = await shared()
    const replaced = await present(id, { n1: 'n9' })
    await expect(byMarcus((by) => changeStructure(by, id, replaced))).rejects.toThrow(Conflict)
    const { revision } = await named(id)
    await expect(byMarcus((by) => markCompetitors(by, id, { optionIds: [], revision }))).rejects.toThrow(
      Conflict,
    )
    expect((await byMarcus((by) => openClaims(by, id))).claims).toHaveLength(1)
    const same = await present(id)
    // The ledger has what was promised in it.
    await expect(
      byMarcus((by) => changeStructure(by, id, { ...same, currency: 'CNY' })),
    ).rejects.toMatchObject({ field: 'currency' })
    await byMarcus((by) => changeStructure(by, id, same))
  })

  test('keeps what stands behind each value: a claim is not narrowed', async () => {
    const { id, claimId } = await shared()
    const { lines } = await named(id)
    const other = lines.find(({ name }) => name === 'Requalification')?.id ?? ''
    const place = { comparisonId: id, claimId }
    await expect(
      byMarcus((by) =>
        changeClaim(by, place, { ...said({ covers: 'lines', lineIds: [other] }), revision: 1 }),
      ),
    ).rejects.toThrow(Conflict)
  })

  test('may be said to last longer without a new revision; another statement is one, and the record keeps both', async () => {
    const { id, claimId } = await shared()
    const place = { comparisonId: id, claimId }
    const { revision } = await named(id)
    await byMarcus((by) => changeClaim(by, place, { ...said({ expiresOn: inDays(90) }), revision: 1 }))
    expect((await named(id)).revision).toBe(revision)
    await byMarcus((by) => changeClaim(by, place, { ...said({ statement: 'Costs 55 EUR' }), revision: 2 }))
    expect((await named(id)).revision).toBe(revision + 1)
    const told = (await eventsOf(id)).filter(({ type }) => type === 'comparison.claimChanged')
    expect(told.map(({ payload }) => (payload as { statement: string }).statement)).toEqual([
      ...['Costs 50 EUR', 'Costs 55 EUR'],
    ])
  })

  test('whose source has expired keeps nobody from writing what is not said of it', async () => {
    const { marcus } = world.people
    const { id } = await shared()
    await unscopedPrisma().comparisonClaim.updateMany({
      where: { comparisonId: id },
      data: { expiresOn: new Date(Date.now() - 86_400_000) },
    })
    const change = async (option: string, value: string) => {
      const { id: cost, supplierChangedAt } = await assumptionOf(id, ['Drive', option])
      const seenAt = supplierChangedAt?.toISOString()
      return as(marcus, () => setValue(marcus, id, cost, { value, note: '', seenAt }))
    }
    await change('CMD-075', '46')
    await expect(change('Present drive', '58')).rejects.toThrow(Conflict)
    await change('Present drive', '0')
  })
})

test('what is calculated, or bought again after some years, is stated as well', async () => {
  const { marcus } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  const { options, lines, revision } = await named(id)
  const optionId = options.find(({ name }) => name === 'Present drive')?.id ?? ''
  await byMarcus((by) => markCompetitors(by, id, { optionIds: [optionId], revision }))
  const once = lines.find(({ name }) => name === 'Requalification')?.id ?? ''
  const unproven = async () =>
    (await byMarcus((by) => openClaims(by, id))).unproven.flatMap(({ lineIds }) => lineIds)
  expect(await unproven()).not.toContain(once)
  await unscopedPrisma().costLine.update({ where: { id: once }, data: { lives: { [optionId]: 1 } } })
  expect(await unproven()).toContain(once)
  await unscopedPrisma().costLine.update({ where: { id: once }, data: { lives: {}, formula: '1' } })
  expect(await unproven()).toContain(once)
})

describe('in a database session', () => {
  test('a customer changes no structure and no term, and each side writes its own values', async () => {
    const { chen, marcus } = world.people
    const { id, optionId } = await shared()
    const { id: cost } = await assumptionOf(id, ['Drive', 'Present drive'])
    const tries: [typeof chen, () => Promise<unknown>][] = [
      [chen, () => prisma.costLine.updateMany({ where: { comparisonId: id }, data: { formula: '1' } })],
      [chen, () => prisma.assumption.deleteMany({ where: { id: cost } })],
      [chen, () => prisma.comparisonOption.updateMany({ where: { id: optionId }, data: { name: 'x' } })],
      [chen, () => prisma.comparison.updateMany({ where: { id }, data: { discountRate: '0.5' } })],
      [chen, () => prisma.assumption.updateMany({ where: { id: cost }, data: { supplierValue: '1' } })],
      [marcus, () => prisma.assumption.updateMany({ where: { id: cost }, data: { customerValue: '1' } })],
    ]
    for (const [who, work] of tries) await expect(as(who, work)).rejects.toThrow()
    const { count } = await as(chen, () =>
      prisma.assumption.updateMany({ where: { id: cost }, data: { customerValue: '49' } }),
    )
    expect(count).toBe(1)
  })
})

import { expect, test } from 'vitest'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useDemo } from '#tests/support/demo.ts'

useDemo()

function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const each of values) counts[each] = (counts[each] ?? 0) + 1
  return counts
}

test('the comparisons reach from draft to verified', async () => {
  const found = await unscopedPrisma().comparison.findMany({ include: { signatures: true } })
  const states = found.map((each) => `${each.status}, ${each.signatures.length} signed`)
  expect(tally(states)).toEqual({
    'draft, 0 signed': 2,
    'discussion, 0 signed': 1,
    'discussion, 1 signed': 1,
    'trial, 2 signed': 1,
    'verified, 2 signed': 1,
  })
  expect(await unscopedPrisma().comparisonAgreement.count()).toBe(2)
})

test('one was measured for half a year, and the ledger knows what came of it', async () => {
  const plan = await unscopedPrisma().verificationPlan.findFirstOrThrow({
    where: { finishedAt: { not: null } },
    include: { months: true, signatures: true },
  })
  expect([plan.months.length, plan.signatures.length]).toEqual([6, 14])
  const share = Number(plan.verified) / Number(plan.forecast)
  expect(share).toBeGreaterThan(0.9)
  expect(share).toBeLessThan(1)
  const kinds = await unscopedPrisma().savingsEntry.groupBy({ by: ['kind'], _sum: { amount: true } })
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(['agreed', 'lost', 'proposed', 'verified'])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { approveComparison, askApproval } from '#app/domain/comparisons/commands/approval.server.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { endComparison } from '#app/domain/comparisons/commands/end.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import { calculateCase } from '#app/domain/comparisons/engine/calculate.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { earlierPromises } from '#app/domain/comparisons/savings/queries/kept-promises.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { sharedBy } from './comparison-cases.ts'
import { measuring } from './verification-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
const { measured, verifiedMonth, by } = measuring(() => world)
const shared = () => sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen)

test('a version that both sides signed takes the place of the one before, of which what was verified stays', async () => {
  const first = await measured({ periods: 6 })
  await verifiedMonth(first, 1, '370')
  const next = await by('marcus', (actor) => copyComparison(actor, first))
  await by('marcus', (actor) => askApproval(actor, next))
  await by('dev', (actor) => approveComparison(actor, next))
  await by('marcus', (actor) => shareComparison(actor, next))
  for (const name of ['marcus', 'chen'] as const)
    await by(name, async (actor) => {
      const { outcome } = await getComparisonDetails(actor, next)
      await signComparison(actor, next, outcome.figures?.hash ?? '')
    })
  const sums = async (comparisonId: string) => {
    const by = ['kind'] as 'kind'[]
    const rows = await unscopedPrisma().savingsEntry.groupBy({
      by,
      where: { comparisonId },
      _sum: { amount: true },
    })
    return Object.fromEntries(rows.map(({ kind, _sum }) => [kind, _sum.amount?.toFixed()]))
  }
  expect(await sums(first)).toEqual({ proposed: '0', agreed: '0', verified: '30' })
  expect(await sums(next)).toEqual({ proposed: '300', agreed: '300' })
  await by('chen', (actor) =>
    endComparison(actor, first, { as: 'close', reason: 'The next version goes on.' }),
  )
  expect((await sums(first)).lost).toBeUndefined()
})

describe('earlier promises beside a new one', () => {
  test('are said from five on, of the accounts that one enters, and to the customer of its own alone', async () => {
    const id = await shared()
    const row = await unscopedPrisma().comparison.findUniqueOrThrow({ where: { id } })
    const ask = (name: PersonName, status: 'shared' | 'agreed' = 'shared') =>
      by(name, (actor) => earlierPromises(actor, { ...row, status }, someResult()))
    const done = () => unscopedPrisma().verificationPlan.count({ where: { finishedAt: { not: null } } })
    while ((await done()) < 4) await finished()
    expect(await ask('marcus')).toBeNull()
    await finished()
    expect(await ask('marcus')).toMatchObject({
      author: { n: 5, high: '1', low: '1' },
      category: { name: 'material', n: 5 },
    })
    expect(await ask('chen')).toMatchObject({ author: { n: 5 } })
    expect(await ask('sofia')).toBeNull()
    expect(await ask('marcus', 'agreed')).toBeNull()
  })

  async function finished() {
    const id = await measured({ periods: 1 })
    await verifiedMonth(id, 1)
  }
})

function someResult() {
  return calculateCase({
    ...{ currency: 'EUR', discountRate: '0.08', horizonYears: 1, volumes: [{ year: 1, quantity: '1' }] },
    options: [
      { id: 'a', name: 'A', isBaseline: true },
      { id: 'b', name: 'B', isBaseline: false },
    ],
    lines: [{ id: 'l', name: 'L', category: 'material', basis: 'per_unit', values: { a: '2', b: '1' } }],
  })
}

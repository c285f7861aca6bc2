import { beforeAll, expect, test } from 'vitest'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { beginTrial, endComparison } from '#app/domain/comparisons/commands/end.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import { getComparisonDetails, listHistory } from '#app/domain/comparisons/queries/details.server.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, assumptionOf, draftOf, eventsOf, sharedBy } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

type Name = keyof World['people']
const details = (name: Name, id: string) =>
  as(world.people[name], () => getComparisonDetails(world.people[name], id))
const end = (name: Name, id: string, how: 'reject' | 'withdraw' | 'close', reason = 'The line is sold.') =>
  as(world.people[name], () => endComparison(world.people[name], id, { as: how, reason }))
const sharedWithLumen = () => sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen)

async function agreed(): Promise<string> {
  const id = await sharedWithLumen()
  for (const name of ['marcus', 'chen'] as const) {
    const hash = (await details(name, id)).outcome.figures?.hash ?? ''
    await as(world.people[name], () => signComparison(world.people[name], id, hash))
  }
  return id
}

test('the first value of the customer makes it a discussion', async () => {
  const { chen } = world.people
  const id = await sharedWithLumen()
  const { id: cost } = await assumptionOf(id, ['Drive', 'CMD-075'])
  await as(chen, () => setValue(chen, id, cost, { value: '48', note: '', seenAt: undefined }))
  expect((await details('marcus', id)).status).toBe('discussion')
})

test('the customer’s buyer rejects it with a reason, which the supplier reads', async () => {
  const id = await sharedWithLumen()
  for (const [name, how, error] of [
    ['lin', 'reject', Forbidden],
    ['wu', 'reject', NotFound],
    ['sofia', 'reject', NotFound],
    ['marcus', 'reject', Forbidden],
    ['chen', 'withdraw', Forbidden],
    ['chen', 'close', Conflict],
  ] as const) {
    await expect(end(name, id, how)).rejects.toThrow(error)
  }
  await end('chen', id, 'reject')
  for (const name of ['marcus', 'chen'] as const) {
    expect(await details(name, id)).toMatchObject({
      status: 'rejected',
      endReason: 'The line is sold.',
      endedBy: { id: world.people.chen.membershipId },
    })
  }
  await expect(end('marcus', id, 'withdraw')).rejects.toThrow(Conflict)
  const { marcus } = world.people
  const { id: cost, supplierChangedAt } = await assumptionOf(id, ['Drive', 'CMD-075'])
  const seenAt = supplierChangedAt?.toISOString()
  await expect(
    as(marcus, () => setValue(marcus, id, cost, { value: '1', note: '', seenAt })),
  ).rejects.toThrow('comparisons:error.hasEnded')
})

test('what was never shared is withdrawn without a word to the customer', async () => {
  const draft = await draftOf(world.people.marcus, world.accounts.lumen)
  await end('marcus', draft, 'withdraw')
  await expect(details('chen', draft)).rejects.toThrow(NotFound)
  expect((await eventsOf(draft)).at(-1)).toMatchObject({ type: 'comparison.withdrawn', side: 'supplier' })
  const shared = await sharedWithLumen()
  await end('ingrid', shared, 'withdraw', 'A newer module comes in March.')
  expect((await details('chen', shared)).endReason).toBe('A newer module comes in March.')
  const { chen } = world.people
  const history = await as(chen, () => listHistory(chen, shared))
  expect(history[0]).toMatchObject({ type: 'comparison.withdrawn', payload: { reason: expect.any(String) } })
})

test('what was agreed is tried out from a day on, closed once, and never changes', async () => {
  const id = await agreed()
  const { lin, wu, sofia } = world.people
  await expect(as(wu, () => beginTrial(wu, id, '2027-01-04'))).rejects.toThrow(NotFound)
  await expect(as(sofia, () => beginTrial(sofia, id, '2027-01-04'))).rejects.toThrow(NotFound)
  const before = await details('chen', id)
  await as(lin, () => beginTrial(lin, id, '2027-01-04'))
  await expect(as(lin, () => beginTrial(lin, id, '2027-01-05'))).rejects.toThrow(Conflict)
  const after = await details('chen', id)
  expect(after.trialFrom?.toISOString().slice(0, 10)).toBe('2027-01-04')
  expect(after.outcome.figures).toEqual(before.outcome.figures)
  await expect(end('marcus', id, 'withdraw')).rejects.toThrow(Conflict)
  await expect(end('lin', id, 'close')).rejects.toThrow(Forbidden)
  const both = await Promise.allSettled([end('marcus', id, 'close'), end('chen', id, 'close')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await details('chen', id)).outcome.figures).toEqual(before.outcome.figures)
  for (const data of [{ title: 'Other' }, { trialFrom: null }, { status: 'agreed' as const }]) {
    await expect(unscopedPrisma().comparison.updateMany({ where: { id }, data })).rejects.toThrow(/immutable/)
  }
})

test('a copy of what was agreed is its next version, and both name each other once that is agreed', async () => {
  const first = await agreed()
  const { marcus, chen } = world.people
  const id = await as(marcus, () => copyComparison(marcus, first))
  const view = await as(marcus, () => comparisonView(marcus, id))
  expect(view.comparison.previous?.id).toBe(first)
  // The draft of the next version is the supplier's alone.
  expect((await as(chen, () => comparisonView(chen, first))).comparison.later).toBeNull()
  const ofDraft = await as(marcus, () => copyComparison(marcus, id))
  expect((await as(marcus, () => comparisonView(marcus, ofDraft))).comparison.previous).toBeNull()
})

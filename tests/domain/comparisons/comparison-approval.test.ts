import { beforeAll, expect, test } from 'vitest'
import {
  approveComparison,
  askApproval,
  sendBackComparison,
} from '#app/domain/comparisons/commands/approval.server.ts'
import { changeStructure } from '#app/domain/comparisons/commands/change-structure.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { comparisonAbilities } from '#app/domain/comparisons/policy.ts'
import { listApprovers } from '#app/domain/comparisons/queries/approvers.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { listWaiting } from '#app/domain/home/queries.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { approvedBy, as, assumptionOf, draftOf, eventsOf, fiveYears } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const details = (name: keyof World['people'], id: string) =>
  as(world.people[name], () => getComparisonDetails(world.people[name], id))
const ask = (name: 'marcus' | 'ingrid' | 'dev' | 'tomas', id: string) =>
  as(world.people[name], () => askApproval(world.people[name], id))
const approve = (name: keyof World['people'], id: string) =>
  as(world.people[name], () => approveComparison(world.people[name], id))

test('a draft is approved by a second member who was asked, and can then be shared', async () => {
  const { marcus, dev } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  await expect(as(marcus, () => shareComparison(marcus, id))).rejects.toThrow(Conflict)
  // Nobody asked yet.
  await expect(approve('dev', id)).rejects.toThrow(Conflict)
  await ask('marcus', id)
  await expect(ask('marcus', id)).rejects.toThrow(Conflict)
  const waits = (name: 'marcus' | 'dev' | 'tomas') =>
    as(world.people[name], async () =>
      (await listWaiting(world.people[name])).filter((each) => each.id === id).map(({ reason }) => reason),
    )
  expect([await waits('dev'), await waits('marcus'), await waits('tomas')]).toEqual([['toApprove'], [], []])
  for (const [name, error] of [
    ['marcus', Forbidden],
    ['tomas', Forbidden],
    ['quinn', Forbidden],
    ['chen', NotFound],
    ['sofia', NotFound],
  ] as const) {
    await expect(approve(name, id)).rejects.toThrow(error)
  }
  await approve('dev', id)
  expect(await details('marcus', id)).toMatchObject({
    status: 'approved',
    approvedBy: { id: dev.membershipId },
    approvalAskedAt: null,
  })
  await expect(details('chen', id)).rejects.toThrow(NotFound)
  await expect(approve('dev', id)).rejects.toThrow(Conflict)
  await as(marcus, () => shareComparison(marcus, id))
  expect((await details('chen', id)).status).toBe('shared')
  const events = await eventsOf(id)
  expect(events.slice(1, 3).map(({ type, side }) => [type, side])).toEqual([
    ['comparison.approvalAsked', 'supplier'],
    ['comparison.approved', 'supplier'],
  ])
})

test('who changed it last is no second member, and who could approve is said', async () => {
  const { marcus, ingrid } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  const { id: cost } = await assumptionOf(id, ['Drive', 'CMD-075'])
  const seen = await unscopedPrisma().assumption.findUniqueOrThrow({ where: { id: cost } })
  const seenAt = seen.supplierChangedAt?.toISOString()
  await as(ingrid, () => setValue(ingrid, id, cost, { value: '46', note: '', seenAt }))
  const able = await as(marcus, async () => listApprovers(marcus, await getComparisonDetails(marcus, id)))
  expect(able.map(({ name }) => name)).not.toContain(ingrid.name)
  expect(able.map(({ name }) => name)).not.toContain(marcus.name)
  expect(able.length).toBeGreaterThan(0)
  await ask('ingrid', id)
  await expect(approve('ingrid', id)).rejects.toThrow(Forbidden)
  await expect(approve('marcus', id)).rejects.toThrow(Forbidden)
  await approve('dev', id)
})

test('sent back with a word, it is the draft that it was', async () => {
  const { marcus, dev } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  await ask('marcus', id)
  await as(dev, () => sendBackComparison(dev, id, 'Where does the price come from?'))
  expect(await details('marcus', id)).toMatchObject({ status: 'draft', approvalAskedAt: null })
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    type: 'comparison.sentBack',
    payload: { reason: 'Where does the price come from?' },
  })
  await expect(approve('dev', id)).rejects.toThrow(Conflict)
})

test('a change of the supplier takes the approval away', async () => {
  const { marcus, dev } = world.people
  const id = await approvedBy([marcus, dev], world.accounts.lumen)
  const { revision } = await details('marcus', id)
  await as(dev, () => changeStructure(dev, id, { ...fiveYears(), title: 'Another', revision }))
  const changed = await details('marcus', id)
  expect(changed).toMatchObject({ status: 'draft', approvedBy: null, approvedAt: null })
  await expect(as(marcus, () => shareComparison(marcus, id))).rejects.toThrow(Conflict)
  await ask('dev', id)
  const known = await details('dev', id)
  expect(comparisonAbilities(dev, known)).toMatchObject({ approve: false, askApproval: false, share: false })
  expect(comparisonAbilities(world.people.ingrid, known)).toMatchObject({ approve: true })
  await expect(approve('dev', id)).rejects.toThrow(Forbidden)
})

test('of two who approve at once one is told', async () => {
  const id = await draftOf(world.people.marcus, world.accounts.lumen)
  await ask('marcus', id)
  const both = await Promise.allSettled([approve('dev', id), approve('ingrid', id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an approval and a change that meet: what is approved is what stands there', async () => {
  const { ingrid } = world.people
  const id = await draftOf(world.people.marcus, world.accounts.lumen)
  await ask('marcus', id)
  const { revision } = await details('ingrid', id)
  const change = as(ingrid, () => changeStructure(ingrid, id, { ...fiveYears(), title: 'New', revision }))
  await Promise.allSettled([change, approve('ingrid', id), approve('dev', id)])
  const after = await details('marcus', id)
  const isApproved = after.status === 'approved'
  expect(isApproved).toBe(after.approvedBy !== null)
  if (isApproved) expect(after.title).toBe(fiveYears().title)
})

test('the database knows the steps as well', async () => {
  const { marcus, dev, chen } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  const write = (name: 'marcus' | 'dev' | 'chen', data: Record<string, unknown>) =>
    as(world.people[name], () => prisma.comparison.updateMany({ where: { id }, data }))
  const approved = { status: 'approved', approvedAt: new Date() } as const
  await expect(write('marcus', { status: 'shared', sharedAt: new Date() })).rejects.toThrow(/does not go/)
  await expect(write('marcus', { ...approved, approvedById: marcus.membershipId })).rejects.toThrow(/second/)
  // In a colleague's name.
  await expect(write('marcus', { ...approved, approvedById: dev.membershipId })).rejects.toThrow(/second/)
  await expect(write('marcus', { approvedById: dev.membershipId })).rejects.toThrow(/is a step/)
  expect((await write('chen', { status: 'withdrawn' })).count).toBe(0)
  await write('dev', { ...approved, approvedById: dev.membershipId })
  await write('marcus', { status: 'shared', sharedAt: new Date() })
  await expect(write('marcus', { status: 'agreed' })).rejects.toThrow(/agreement/)
  await expect(write('chen', { status: 'agreed' })).rejects.toThrow(/agreement/)
  await expect(write('marcus', { status: 'rejected', endReason: 'x', endedAt: new Date() })).rejects.toThrow(
    /other side/,
  )
  await expect(write('chen', { status: 'withdrawn', endReason: 'x', endedAt: new Date() })).rejects.toThrow(
    /other side/,
  )
  await expect(write('chen', { status: 'rejected' })).rejects.toThrow(/reason/)
  expect(chen.side).toBe('customer')
})

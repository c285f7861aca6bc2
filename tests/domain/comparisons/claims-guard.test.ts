import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  addClaim,
  changeClaim,
  withdrawClaim,
} from '#app/domain/comparisons/claims/commands/claims.server.ts'
import { markCompetitors } from '#app/domain/comparisons/claims/commands/mark.server.ts'
import { ClaimForm, type ClaimInput } from '#app/domain/comparisons/claims/forms.ts'
import { remindOfClaims } from '#app/domain/comparisons/claims/jobs/remind.server.ts'
import { openClaims } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { approveComparison, askApproval } from '#app/domain/comparisons/commands/approval.server.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, assumptionOf, draftOf, eventsOf } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterEach(() => setClock(() => new Date()))

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const said = (changes: Partial<ClaimInput> = {}): ClaimInput => ({
  ...{ statement: 'Costs 50 EUR from 1,000 on', source: 'Offer 4711 of Norvik', conditions: 'DAP Hefei' },
  ...{ sourceDate: inDays(-30), expiresOn: inDays(60), covers: 'all' as const, lineIds: [], ...changes },
})
const optionOf = async (comparisonId: string, name = 'Present drive') =>
  (await unscopedPrisma().comparisonOption.findFirstOrThrow({ where: { comparisonId, name } })).id
const revisionOf = async (id: string) =>
  (await unscopedPrisma().comparison.findUniqueOrThrow({ where: { id } })).revision

/** A draft of which the present drive is marked as a competitor's. */
async function marked() {
  const { marcus } = world.people
  const id = await draftOf(marcus, world.accounts.lumen)
  const optionId = await optionOf(id)
  await as(marcus, async () =>
    markCompetitors(marcus, id, { optionIds: [optionId], revision: await revisionOf(id) }),
  )
  return { id, optionId }
}
const states = (id: string, optionId: string, changes: Partial<ClaimInput> = {}) =>
  as(world.people.marcus, () => addClaim(world.people.marcus, id, { ...said(changes), optionId }))
const ask = (id: string) => as(world.people.marcus, () => askApproval(world.people.marcus, id))
const share = (id: string) => as(world.people.marcus, () => shareComparison(world.people.marcus, id))
const approve = (id: string) => as(world.people.dev, () => approveComparison(world.people.dev, id))
const unproven = async (id: string) =>
  (await as(world.people.marcus, () => openClaims(world.people.marcus, id))).unproven

async function shared(changes: Partial<ClaimInput> = {}) {
  const { id, optionId } = await marked()
  const claimId = await states(id, optionId, changes)
  await ask(id)
  await approve(id)
  await share(id)
  return { id, optionId, claimId }
}

test('without a source in force it is neither approved nor shared', async () => {
  const { id, optionId } = await marked()
  await expect(ask(id)).rejects.toThrow(Conflict)
  expect(await unproven(id)).toMatchObject([
    { optionId, option: 'Present drive', kind: 'missing', lines: ['Drive'] },
  ])
  await states(id, optionId)
  await ask(id)
  await approve(id)
  setClock(() => new Date(Date.now() + 61 * 86_400_000))
  await expect(share(id)).rejects.toThrow(Conflict)
  expect(await unproven(id)).toMatchObject([{ kind: 'expired' }])
  setClock(() => new Date())
  await share(id)
  const { chen } = world.people
  const seen = await as(chen, () => openClaims(chen, id))
  expect(seen).toMatchObject({ mayWrite: false, unproven: [], claims: [{ source: 'Offer 4711 of Norvik' }] })
})

test('each change before it is shared takes the approval away', async () => {
  const { marcus } = world.people
  const { id, optionId } = await marked()
  const claimId = await states(id, optionId)
  await ask(id)
  await approve(id)
  await as(marcus, () => changeClaim(marcus, { comparisonId: id, claimId }, { ...said(), revision: 1 }))
  expect(await unscopedPrisma().comparison.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ status: 'draft', approvedById: null },
  })
  expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'comparison.claimChanged', side: 'supplier' })
})

test('once the customer sees it, nothing unproven is put in and no source taken away', async () => {
  const { marcus } = world.people
  const { id, optionId, claimId } = await shared()
  const place = { comparisonId: id, claimId }
  await expect(as(marcus, () => withdrawClaim(marcus, place, 1))).rejects.toThrow(Conflict)
  await states(id, optionId)
  await as(marcus, () => withdrawClaim(marcus, place, 1))
  expect((await eventsOf(id)).at(-1)).toMatchObject({ type: 'comparison.claimWithdrawn', side: null })
  setClock(() => new Date(Date.now() + 61 * 86_400_000))
  const { id: cost } = await assumptionOf(id, ['Drive', 'Present drive'])
  const value = await unscopedPrisma().assumption.findUniqueOrThrow({ where: { id: cost } })
  await expect(
    as(marcus, () =>
      setValue(marcus, id, cost, {
        ...{ value: '55', note: '' },
        seenAt: value.supplierChangedAt?.toISOString(),
      }),
    ),
  ).rejects.toThrow(Conflict)
  expect(
    (await unscopedPrisma().assumption.findUniqueOrThrow({ where: { id: cost } })).supplierValue,
  ).toEqual(value.supplierValue)
})

test('it is the supplier’s to say; the customer reads, and another one sees nothing', async () => {
  const { chen, sofia, quinn } = world.people
  const { id, optionId, claimId } = await shared()
  await expect(as(chen, () => addClaim(chen, id, { ...said(), optionId }))).rejects.toThrow(Forbidden)
  await expect(as(quinn, () => addClaim(quinn, id, { ...said(), optionId }))).rejects.toThrow(Forbidden)
  await expect(as(sofia, () => openClaims(sofia, id))).rejects.toThrow(NotFound)
  expect(await as(sofia, () => prisma.comparisonClaim.findMany({ where: { id: claimId } }))).toEqual([])
  await expect(
    as(chen, () =>
      prisma.comparisonOption.update({ where: { id: optionId }, data: { isCompetitor: false } }),
    ),
  ).rejects.toThrow()
  const { count } = await as(chen, () =>
    prisma.comparisonClaim.updateMany({ where: { id: claimId }, data: { statement: 'x', revision: 2 } }),
  )
  expect(count).toBe(0)
  const draft = await marked()
  await states(draft.id, draft.optionId)
  expect(
    await as(chen, () => prisma.comparisonClaim.findMany({ where: { comparisonId: draft.id } })),
  ).toEqual([])
})

test('of two who change a source one is kept, and a product that is a competitor’s no more takes its sources along', async () => {
  const { marcus } = world.people
  const { id, optionId } = await marked()
  const claimId = await states(id, optionId)
  const change = (statement: string) =>
    as(marcus, () =>
      changeClaim(marcus, { comparisonId: id, claimId }, { ...said({ statement }), revision: 1 }),
    )
  const both = await Promise.allSettled([change('one'), change('two')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await as(marcus, async () => markCompetitors(marcus, id, { optionIds: [], revision: await revisionOf(id) }))
  expect(await as(marcus, () => openClaims(marcus, id))).toMatchObject({ unproven: [], claims: [] })
  await expect(states(id, optionId)).rejects.toMatchObject({ field: 'optionId' })
})

test('a copy takes them along, also what has expired by then', async () => {
  const { marcus } = world.people
  const { id, optionId } = await marked()
  const lines = await unscopedPrisma().costLine.findMany({ where: { comparisonId: id } })
  await states(id, optionId, { covers: 'lines', lineIds: lines.map((line) => line.id) })
  const copy = await as(marcus, () => copyComparison(marcus, id))
  const opened = await as(marcus, () => openClaims(marcus, copy))
  expect(opened).toMatchObject({ unproven: [], claims: [{ statement: 'Costs 50 EUR from 1,000 on' }] })
  expect(opened.claims[0]?.lineIds).toHaveLength(lines.length)
  expect(opened.claims[0]?.lineIds).not.toContain(lines[0]?.id)
})

test('days that cannot be are refused at the field', async () => {
  const { id, optionId } = await marked()
  for (const [changes, field] of [
    [{ sourceDate: inDays(1) }, 'sourceDate'],
    [{ expiresOn: inDays(-1) }, 'expiresOn'],
    [{ expiresOn: inDays(4_000) }, 'expiresOn'],
    [{ covers: 'lines', lineIds: [crypto.randomUUID()] }, 'lineIds'],
  ] as const)
    await expect(states(id, optionId, changes as Partial<ClaimInput>)).rejects.toMatchObject({ field })
  const given = { ...said(), covers: 'lines', lineIds: undefined, expiresOn: inDays(-40) }
  const paths = ClaimForm.safeParse(given).error?.issues.map(({ path }) => path.join('.'))
  expect(paths).toEqual(expect.arrayContaining(['expiresOn']))
  expect(ClaimForm.safeParse({ ...said(), source: ' ' }).success).toBe(false)
})

test('the owner hears once, two weeks before', async () => {
  const { marcus } = world.people
  const { id } = await shared()
  const told = async () =>
    (await eventsOf(id))
      .filter(({ type }) => type === 'comparison.claimEndsSoon')
      .map(({ payload }) => payload)
  await remindOfClaims()
  expect(await told()).toEqual([])
  setClock(() => new Date(Date.now() + 50 * 86_400_000))
  await Promise.all([remindOfClaims(), remindOfClaims()])
  await remindOfClaims()
  expect(await told()).toMatchObject([{ memberId: marcus.membershipId, expiresOn: inDays(60) }])
})

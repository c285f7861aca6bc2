import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { comparisonAudience } from '#app/domain/comparisons/audience.server.ts'
import { markSeen } from '#app/domain/comparisons/commands/mark-seen.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import {
  countComparisons,
  listComparisons,
  listComparisonsWaiting,
} from '#app/domain/comparisons/queries/list.server.ts'
import type { RecordedEvent } from '#app/domain/events/audience.ts'
import { countQueries, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, assumptionOf, draftOf, eventsOf, sharedBy } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const drive: [string, string] = ['Drive', 'Present drive']
const put = (actor: Actor, id: string, assumptionId: string, value: string | null, more = {}) =>
  as(actor, () => setValue(actor, id, assumptionId, { value, note: '', ...more }))
const details = (actor: Actor, id: string) => as(actor, () => getComparisonDetails(actor, id))

describe('the customer’s own value', () => {
  test('counts from then on, raises the revision, and is told to the owner', async () => {
    const { marcus, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const assumption = await assumptionOf(id, drive)
    await put(chen, id, assumption.id, '52.5', { note: 'Invoice of March' })
    const comparison = await details(chen, id)
    expect(comparison.revision).toBe(2)
    expect(comparison.outcome.figures?.result.alternatives[0]?.savingPerUnit).toBe('5.5')
    expect(comparison.assumptions.find((each) => each.id === assumption.id)).toMatchObject({
      supplier: { value: '50' },
      customer: { value: '52.5', note: 'Invoice of March' },
    })
    const event = (await eventsOf(id)).at(-1)
    expect(event).toMatchObject({
      type: 'comparison.valueChanged',
      side: null,
      actorId: chen.membershipId,
      payload: {
        assumption: 'Drive · Present drive',
        from: '–',
        to: '52.5 EUR',
        side: 'customer',
        revision: 2,
      },
    })
    const stored = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: id, actorId: chen.membershipId },
    })
    const told = await comparisonAudience['comparison.valueChanged'](
      stored as RecordedEvent,
      unscopedPrisma(),
    )
    expect(told).toEqual([marcus.membershipId])
  })

  test('is cleared again, and the supplier’s counts', async () => {
    const { marcus, lin } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const { id: volume } = await assumptionOf(id, 1)
    await put(lin, id, volume, '250')
    expect((await details(lin, id)).outcome.figures?.result.volumes[0]?.quantity).toBe('250')
    const { customerChangedAt } = await assumptionOf(id, 1)
    await put(lin, id, volume, null, { seenAt: customerChangedAt?.toISOString() })
    expect((await details(lin, id)).outcome.figures?.result.volumes[0]?.quantity).toBe('100')
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'comparison.volumeChanged',
      payload: { year: 1, from: '250', to: '–', revision: 3 },
    })
  })

  test('a note alone changes no figure and no revision', async () => {
    const { marcus, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    await put(chen, id, (await assumptionOf(id, drive)).id, null, { note: 'To be confirmed' })
    expect((await details(chen, id)).revision).toBe(1)
  })
})

describe('refusals', () => {
  test('of two who change one value the second sees both, and nothing is written', async () => {
    const { marcus, chen, lin } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const { id: value } = await assumptionOf(id, drive)
    await put(chen, id, value, '52')
    await expect(put(lin, id, value, '53')).rejects.toMatchObject({
      ...new Conflict('comparisons:error.valueChanged', { name: chen.name, theirs: '52', yours: '53' }),
    })
    expect((await assumptionOf(id, drive)).customerValue?.toFixed()).toBe('52')
    const seenAt = (await assumptionOf(id, drive)).supplierChangedAt?.toISOString()
    const raced = await Promise.allSettled(
      [marcus, world.people.dev].map((actor, index) => put(actor, id, value, `6${index}`, { seenAt })),
    )
    expect(raced.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { revision } = await details(marcus, id)
    expect(revision).toBe(3)
    expect((await eventsOf(id)).filter((event) => event.type === 'comparison.valueChanged')).toHaveLength(2)
  })

  test('the other side’s change of its own value is no conflict', async () => {
    const { marcus, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const { id: value, supplierChangedAt } = await assumptionOf(id, drive)
    await put(chen, id, value, '52')
    await put(marcus, id, value, '51', { seenAt: supplierChangedAt?.toISOString() })
    expect(await assumptionOf(id, drive)).toMatchObject({ supplierNote: '', customerNote: '' })
  })

  test('values that make no sense, at the field', async () => {
    const { marcus } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const cost = await assumptionOf(id, drive)
    const volume = await assumptionOf(id, 1)
    const seenAt = cost.supplierChangedAt?.toISOString()
    await expect(put(marcus, id, cost.id, null, { seenAt })).rejects.toMatchObject({
      ...new Invalid('value', 'comparisons:error.lastValue'),
    })
    await expect(put(marcus, id, volume.id, '-1', { seenAt })).rejects.toMatchObject({
      ...new Invalid('value', 'comparisons:problem.negativeVolume', { year: 1 }),
    })
  })

  test('another customer, another function, an input of another comparison', async () => {
    const { marcus, sofia, wu, tomas, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const { id: value } = await assumptionOf(id, drive)
    const foreign = await assumptionOf(
      await sharedBy([marcus, world.people.dev], world.accounts.aurora),
      drive,
    )
    for (const stranger of [sofia, wu]) await expect(put(stranger, id, value, '1')).rejects.toThrow(NotFound)
    await expect(put(tomas, id, value, '1')).rejects.toThrow(Forbidden)
    await expect(put(chen, id, foreign.id, '1')).rejects.toThrow(NotFound)
    await expect(put(chen, id, 'no-id', '1')).rejects.toThrow(NotFound)
  })
})

test('the lists show what each may see, with the saving of the first year, in few statements', async () => {
  const { marcus, chen, sofia, wu, lin } = world.people
  const draft = await draftOf(marcus, world.accounts.aurora, { title: 'Only a draft' })
  const shared = await sharedBy([marcus, world.people.dev], world.accounts.aurora, { title: 'For Aurora' })
  const list = (actor: Actor, filters = {}) => as(actor, () => listComparisons(actor, filters))
  const ids = async (actor: Actor) => (await list(actor)).items.map((each) => each.id)
  expect(await ids(marcus)).toEqual(expect.arrayContaining([draft, shared]))
  expect(await ids(sofia)).toContain(shared)
  expect(await ids(sofia)).not.toContain(draft)
  expect(await ids(wu)).toEqual([])
  expect(await ids(chen)).not.toContain(shared)
  const found = await list(sofia, { q: 'for aurora', status: 'shared' })
  expect(found.items).toMatchObject([
    { id: shared, saving: '300', accountName: 'Halden Components', currency: 'EUR' },
  ])
  expect(await as(sofia, () => countComparisons(sofia, {}))).toBe((await ids(sofia)).length)
  const { statements } = await as(marcus, () => countQueries(() => listComparisons(marcus, {})))
  expect(statements).toHaveLength(1)
  const page = await as(lin, () => countQueries(() => listComparisonsWaiting(lin)))
  expect(page.statements).toHaveLength(1)
})

test('what was shared waits until it was looked at', async () => {
  const { marcus, rui } = world.people
  const id = await sharedBy([marcus, world.people.dev], world.accounts.aurora)
  const waiting = () =>
    as(rui, async () => (await listComparisonsWaiting(rui)).map(({ id, reason }) => ({ id, reason })))
  expect(await waiting()).toContainEqual({ id, reason: 'new' })
  const { result, statements } = await as(rui, () => countQueries(() => getComparisonDetails(rui, id)))
  expect(statements).toHaveLength(1)
  expect(result.isUnread).toBe(true)
  await as(rui, () => markSeen(rui, result))
  expect((await details(rui, id)).isUnread).toBe(false)
  expect(await waiting()).not.toContainEqual({ id, reason: 'new' })
})

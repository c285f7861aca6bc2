import { beforeAll, describe, expect, test } from 'vitest'
import { askApproval } from '#app/domain/comparisons/commands/approval.server.ts'
import { changeStructure } from '#app/domain/comparisons/commands/change-structure.server.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { createComparison } from '#app/domain/comparisons/commands/create.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { getComparisonDetails, listHistory } from '#app/domain/comparisons/queries/details.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { approvedBy, as, draftOf, eventsOf, fiveYears, sharedBy } from './comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const details = (name: keyof World['people'], id: string) =>
  as(world.people[name], () => getComparisonDetails(world.people[name], id))

describe('a draft', () => {
  test('is numbered, holds the case and its figures, and is the supplier’s alone', async () => {
    const { ingrid, marcus } = world.people
    const first = await draftOf(marcus, world.accounts.lumen)
    const second = await draftOf(ingrid, world.accounts.lumen)
    const comparison = await details('tomas', first)
    expect((await details('marcus', second)).number).toBe(comparison.number + 1)
    expect(comparison).toMatchObject({ status: 'draft', revision: 1, currency: 'EUR', discountRate: '0.08' })
    expect(comparison.options.map(({ name, isBaseline }) => [name, isBaseline])).toEqual([
      ['Present drive', true],
      ['CMD-075', false],
    ])
    const [alternative] = comparison.outcome.figures?.result.alternatives ?? []
    expect(Number(alternative?.npv)).toBeCloseTo(197.813, 3)
    expect(alternative).toMatchObject({ firstYearSaving: '300', switchingCost: '1000' })
    expect(await eventsOf(first)).toEqual([
      {
        type: 'comparison.created',
        side: 'supplier',
        actorId: marcus.membershipId,
        payload: { number: expect.stringMatching(/^CC-000\d$/), title: comparison.title },
      },
    ])
    for (const name of ['chen', 'lin', 'wu', 'sofia'] as const) {
      await expect(details(name, first)).rejects.toThrow(NotFound)
    }
  })

  test('is begun by account management and engineering of the supplier', async () => {
    const { tomas, quinn, chen, dev } = world.people
    const { lumen, aurora } = world.accounts
    await expect(draftOf(tomas, lumen)).rejects.toThrow(Forbidden)
    await expect(draftOf(quinn, lumen)).rejects.toThrow(Forbidden)
    await expect(draftOf(chen, lumen)).rejects.toThrow(Forbidden)
    // Aurora's account is restricted, and Ingrid is not on its team.
    await expect(draftOf(world.people.ingrid, aurora)).rejects.toThrow(NotFound)
    expect(await draftOf(dev, aurora)).toBeTruthy()
  })

  test('may be incomplete, but is then not shared', async () => {
    const { marcus } = world.people
    const [drive, ...others] = fiveYears().lines
    const lines = [{ ...fiveYears().lines[0], ...drive, values: { n2: '47' } }, ...others] as never
    const id = await draftOf(marcus, world.accounts.lumen, { lines, volumes: [{ quantity: null }] })
    const { outcome } = await details('marcus', id)
    expect(outcome.figures).toBeNull()
    expect(outcome.problems.map(({ key, values }) => [key, values])).toEqual([
      ['comparisons:problem.missingVolume', { year: 1 }],
      ['comparisons:problem.missingValue', { line: 'Drive', option: 'Present drive' }],
    ])
    await expect(as(marcus, () => askApproval(marcus, id))).rejects.toThrow(
      new Conflict('comparisons:error.notComplete', { count: 2 }),
    )
  })

  test('a volume of zero gives figures without a unit cost', async () => {
    const id = await draftOf(world.people.marcus, world.accounts.lumen, { volumes: [{ quantity: '0' }] })
    const { figures } = (await details('marcus', id)).outcome
    expect(figures?.result.options.map((option) => option.unitCost)).toEqual([null, null])
    expect(figures?.result.alternatives[0]).toMatchObject({
      savingPerUnit: null,
      bridge: null,
      simplePayback: { kind: 'never' },
    })
  })
})

describe('sharing', () => {
  test('shows it to purchasing and engineering of this customer, and to nobody else there', async () => {
    const { marcus } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    for (const name of ['chen', 'lin'] as const) expect((await details(name, id)).status).toBe('shared')
    for (const name of ['wu', 'lumenAdmin', 'sofia', 'rui'] as const) {
      await expect(details(name, id)).rejects.toThrow(NotFound)
    }
    const seen = await as(world.people.chen, () => listHistory(world.people.chen, id))
    expect(seen.map((event) => event.type)).toEqual(['comparison.shared'])
  })

  test('is done once, by those who make comparisons', async () => {
    const { marcus, tomas } = world.people
    const id = await approvedBy([marcus, world.people.dev], world.accounts.lumen)
    await expect(as(tomas, () => shareComparison(tomas, id))).rejects.toThrow(Forbidden)
    const twice = await Promise.allSettled([1, 2].map(() => as(marcus, () => shareComparison(marcus, id))))
    expect(twice.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    const types = (await eventsOf(id)).map((event) => event.type.replace('comparison.', ''))
    expect(types).toEqual(['created', 'approvalAsked', 'approved', 'shared'])
  })
})

describe('the structure', () => {
  test('changes at once, raises the revision and keeps the ids of what stays', async () => {
    const { marcus, dev } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const before = await details('marcus', id)
    const [baseline, drive] = before.options
    const [line, qualification] = before.lines
    const input = {
      ...fiveYears(),
      revision: 1,
      volumes: [{ quantity: '100' }, { quantity: '120' }],
      options: [
        { key: baseline?.id ?? '', name: 'Present drive' },
        { key: 'n3', name: 'CMD-080' },
        { key: drive?.id ?? '', name: 'CMD-075 B' },
      ],
      lines: [
        {
          ...{ key: 'n9', name: 'Mounting', category: 'assembly', basis: 'per_unit' },
          values: { [baseline?.id ?? '']: '2', n3: '1', [drive?.id ?? '']: '1.5' },
        },
        {
          ...fiveYears().lines[0],
          key: line?.id,
          values: { [baseline?.id ?? '']: '50', n3: '45', [drive?.id ?? '']: '47' },
        },
      ],
    } as never
    await as(dev, () => changeStructure(dev, id, input))
    const after = await details('chen', id)
    expect(after.revision).toBe(2)
    expect(after.options.map((option) => option.name)).toEqual(['Present drive', 'CMD-080', 'CMD-075 B'])
    expect(after.options[2]?.id).toBe(drive?.id)
    expect(after.lines.map((each) => each.name)).toEqual(['Mounting', 'Drive'])
    expect(after.lines[1]?.id).toBe(line?.id)
    expect(after.assumptions).toHaveLength(2 * 3 + 2)
    expect(after.outcome.figures?.result.alternatives.map((each) => each.savingPerUnit)).toEqual(['6', '3.5'])
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'comparison.structureChanged',
      side: null,
      payload: { revision: 2, added: ['CMD-080', 'Mounting'], removed: [qualification?.name] },
    })
  })

  test('of two who change it the second is told; what is shared stays complete; others may not', async () => {
    const { marcus, dev, tomas, chen } = world.people
    const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
    const input = { ...fiveYears(), revision: 1 }
    await expect(as(tomas, () => changeStructure(tomas, id, input))).rejects.toThrow(Forbidden)
    await expect(as(chen, () => changeStructure(chen, id, input))).rejects.toThrow(Forbidden)
    const incomplete = { ...input, lines: [{ ...input.lines[0], values: { n1: '50' } }] } as never
    await expect(as(marcus, () => changeStructure(marcus, id, incomplete))).rejects.toMatchObject({
      ...new Invalid('lines[0].values.n2', 'comparisons:problem.missingValue', {
        line: 'Drive',
        option: 'CMD-075',
      }),
    })
    await as(dev, () => changeStructure(dev, id, input))
    await expect(as(marcus, () => changeStructure(marcus, id, input))).rejects.toThrow(Conflict)
  })

  test('an option or line of another comparison is never touched', async () => {
    const { marcus } = world.people
    const other = await details('marcus', await sharedBy([marcus, world.people.dev], world.accounts.aurora))
    const id = await draftOf(marcus, world.accounts.lumen)
    const options = other.options.map((option) => ({ key: option.id, name: `Taken ${option.name}` }))
    await as(marcus, () => changeStructure(marcus, id, { ...fiveYears(), options, revision: 1 }))
    expect((await details('marcus', other.id)).options).toEqual(other.options)
    expect((await details('marcus', id)).options.map((option) => option.id)).not.toContain(
      other.options[0]?.id,
    )
  })
})

test('a copy is a new draft with the same case', async () => {
  const { marcus, chen } = world.people
  const id = await sharedBy([marcus, world.people.dev], world.accounts.lumen)
  await expect(as(chen, () => copyComparison(chen, id))).rejects.toThrow(Forbidden)
  const copy = await details('marcus', await as(marcus, () => copyComparison(marcus, id)))
  const source = await details('marcus', id)
  expect(copy).toMatchObject({ status: 'draft', revision: 1, title: source.title, signatures: [] })
  const npv = (of: typeof copy) => of.outcome.figures?.result.alternatives[0]?.npv
  expect(npv(copy)).toBe(npv(source))
  expect(copy.lines[0]?.id).not.toBe(source.lines[0]?.id)
  await expect(
    as(chen, () => createComparison(chen, { ...fiveYears(), accountId: world.accounts.lumen })),
  ).rejects.toThrow(Forbidden)
})

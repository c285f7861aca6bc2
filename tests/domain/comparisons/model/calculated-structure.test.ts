import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { changeStructure } from '#app/domain/comparisons/commands/change-structure.server.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { getAgreement } from '#app/domain/comparisons/queries/agreement.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, draftOf, sharedBy } from '../comparison-cases.ts'
import { calculated, motorLine } from './calculated-input.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const details = (actor: Actor, id: string) => as(actor, () => getComparisonDetails(actor, id))
const draft = (change: Partial<ComparisonInput> = {}) =>
  draftOf(world.people.marcus, world.accounts.lumen, calculated(change))
const shared = () => sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen, calculated())

describe('the agreement', () => {
  async function agreed() {
    const { marcus, chen } = world.people
    const id = await shared()
    for (const actor of [chen, marcus]) {
      const hash = (await details(actor, id)).outcome.figures?.hash ?? ''
      await as(actor, () => signComparison(actor, id, hash))
    }
    return id
  }

  test('freezes calculators, formulas, names and units, and is calculated again from them alone', async () => {
    const { chen } = world.people
    const id = await agreed()
    const agreement = await as(chen, () => getAgreement(chen, id))
    expect(agreement).toMatchObject({ isIntact: true, isReproduced: true, engineVersion: '2.0.0' })
    expect(agreement.case).toMatchObject({
      model: 1,
      names: [
        { name: 'tariff', unit: 'EUR/kWh' },
        { name: 'perRun', unit: 'kWh/piece' },
      ],
      lines: [
        {
          amount: {
            calculator: 'motor',
            version: 1,
            steps: [{ formula: 'ratedPower * loadFactor * operatingHours / efficiency' }, {}, {}],
          },
        },
        { amount: { by: 'formula', formula: 'perRun * tariff' } },
        { amount: { by: 'values' } },
      ],
    })
    await expect(
      unscopedPrisma().quantity.updateMany({ where: { comparisonId: id }, data: { unit: 'h' } }),
    ).rejects.toThrow('immutable')
  })

  test('is broken by a changed formula in what is stored', async () => {
    const { chen } = world.people
    const id = await agreed()
    const db = unscopedPrisma()
    await db.$transaction([
      db.$executeRaw`ALTER TABLE comparison_agreement DISABLE TRIGGER comparison_agreement_insert_only`,
      db.$executeRaw`UPDATE comparison_agreement SET "case" = replace("case"::text, 'perRun * tariff', 'perRun * tariff * 1')::jsonb
                     WHERE comparison_id = ${id}::uuid`,
      db.$executeRaw`ALTER TABLE comparison_agreement ENABLE TRIGGER comparison_agreement_insert_only`,
    ])
    expect(await as(chen, () => getAgreement(chen, id))).toMatchObject({
      isIntact: false,
      isReproduced: false,
    })
  })

  test('is copied with everything that it is calculated from', async () => {
    const { marcus } = world.people
    const id = await agreed()
    const copy = await as(marcus, () => copyComparison(marcus, id))
    const [first, second] = [await details(marcus, id), await details(marcus, copy)]
    expect(second.quantities.map(({ name, unit }) => [name, unit])).toEqual(
      first.quantities.map(({ name, unit }) => [name, unit]),
    )
    expect(second.outcome.figures?.result.alternatives[0]?.npv).toBe(
      first.outcome.figures?.result.alternatives[0]?.npv,
    )
    expect(second.lines.map((line) => line.id)).not.toContain(first.lines[0]?.id)
  })
})

describe('the structure', () => {
  test('changes without losing values that stay: a line becomes calculated and plain again', async () => {
    const { marcus } = world.people
    const id = await draft()
    const first = await details(marcus, id)
    const keys = new Map(first.options.map((option, index) => [`n${index + 1}`, option.id]))
    const kept = (values: Record<string, string | null | undefined> = {}) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [keys.get(key) ?? key, value]))
    const input = calculated()
    const lines = first.lines.map((line, index) => {
      const { key: _, ...own } = input.lines[index] ?? motorLine
      const inputs = Object.entries(own.inputs ?? {}).map(([each, given]) => [
        each,
        { ...given, values: kept(given.values) },
      ])
      return { ...own, key: line.id, values: kept(own.values), inputs: Object.fromEntries(inputs) }
    })
    const names = input.names?.map((each, index) => {
      return {
        ...each,
        key: first.quantities.filter(({ role }) => role === 'assumption')[index]?.id ?? '',
        values: kept(each.values),
      }
    })
    const options = first.options.map(({ id: key, name }) => ({ key, name }))
    const change = (part: Partial<ComparisonInput>, revision: number) =>
      as(marcus, () => changeStructure(marcus, id, { ...input, options, lines, names, ...part, revision }))
    await change({}, 1)
    const same = await details(marcus, id)
    const ids = (comparison: typeof first) => comparison.assumptions.map((each) => each.id).sort()
    expect(ids(same)).toEqual(ids(first))
    const plain = lines.map((line) => ({ ...line, by: 'values', values: kept({ n1: '5', n2: '4' }) }))
    await change({ lines: plain, names: [] }, 2)
    const after = await details(marcus, id)
    expect(after.quantities).toEqual([])
    expect(after.outcome.figures?.result.engineVersion).toBe('1.0.0')
    await change({}, 3)
    expect((await details(marcus, id)).outcome.figures?.result.engineVersion).toBe('2.0.0')
  })

  test('rows of an account are its own, and the customer does not write them', async () => {
    const { sofia, chen } = world.people
    const id = await shared()
    const where = { comparisonId: id }
    expect(await as(sofia, () => prisma.quantity.count({ where }))).toBe(0)
    expect(await as(chen, () => prisma.quantity.count({ where }))).toBeGreaterThan(2)
    expect((await as(chen, () => prisma.quantity.updateMany({ where, data: { unit: 'h' } }))).count).toBe(0)
  })
})

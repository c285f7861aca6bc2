import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { previewOf } from '#app/domain/comparisons/preview.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { listComparisons } from '#app/domain/comparisons/queries/list.server.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, draftOf, eventsOf, sharedBy } from '../comparison-cases.ts'
import { calculated, motorLine, name } from './calculated-input.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const details = (actor: Actor, id: string) => as(actor, () => getComparisonDetails(actor, id))
const view = (actor: Actor, id: string) => as(actor, () => comparisonView(actor, id))
const draft = (change: Partial<ComparisonInput> = {}) =>
  draftOf(world.people.marcus, world.accounts.lumen, calculated(change))
const shared = () => sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen, calculated())

/** The input of a quantity for an option, or for all of them. */
async function inputOf(comparisonId: string, quantity: string, option: string | null) {
  return unscopedPrisma().assumption.findFirstOrThrow({
    where: { comparisonId, quantity: { name: quantity }, option: option === null ? null : { name: option } },
  })
}
const put = (actor: Actor, id: string, assumptionId: string, value: string | null) =>
  as(actor, () => setValue(actor, id, assumptionId, { value, note: '' }))

describe('a comparison with calculated lines', () => {
  test('is calculated from its inputs: on the page, in the list, and while one types', async () => {
    const { marcus } = world.people
    const id = await draft()
    const { result, model, rows, problems } = await view(marcus, id)
    expect(problems).toEqual([])
    // 330.853 for the motor (facts.md §1), 100 × 0.11 × 0.16 for the test run.
    expect(Number(result?.alternatives[0]?.firstYearSaving)).toBeCloseTo(330.853 + 1.76, 3)
    expect(model.lines).toMatchObject([
      { name: 'Energy of the motor', basis: 'per_year', calculator: 'motor', version: 1 },
      { name: 'Energy of the test run', calculator: null, formula: 'perRun * tariff' },
    ])
    expect(Object.values(rows[1]?.values ?? {}).sort()).toEqual(['0.0496', '0.0672'])
    const { items } = await as(marcus, () => listComparisons(marcus, {}))
    expect(items.find((each) => each.id === id)?.saving).toBe(result?.alternatives[0]?.firstYearSaving)
    const source = await details(marcus, id)
    const tariff = await inputOf(id, 'tariff', null)
    const preview = previewOf(source, 'supplier', new Map([[tariff.id, '0.32']]))
    expect(Number(preview?.alternatives[0]?.firstYearSaving)).toBeCloseTo(2 * 332.613, 2)
    expect(previewOf(source, 'supplier', new Map([[tariff.id, null]]))).toBe(null)
  })

  test('a missing value is said with its line, input and option; what is worked out stays', async () => {
    const { marcus } = world.people
    const inputs = { ...motorLine.inputs, efficiency: { of: '', values: { n1: '89.8' } } }
    const id = await draft({ lines: [{ ...motorLine, inputs }] })
    const { result, problems, rows } = await view(marcus, id)
    expect(result).toBe(null)
    const efficiency = await inputOf(id, 'efficiency', 'CMD-075')
    expect(problems).toEqual([
      {
        message: 'calculators:problem.missingInput',
        assumptionId: efficiency.id,
        place: {
          assumptionId: efficiency.id,
          line: 'Energy of the motor',
          input: 'efficiency',
          option: 'CMD-075',
        },
      },
    ])
    expect(Object.values(rows[0]?.values ?? {})).toHaveLength(1)
  })

  test('the customer puts in its own values, and they count', async () => {
    const { chen, marcus } = world.people
    const id = await shared()
    const efficiency = await inputOf(id, 'efficiency', 'Present drive')
    const tariff = await inputOf(id, 'tariff', null)
    await put(chen, id, efficiency.id, '91')
    await put(chen, id, tariff.id, '0.2')
    const { result } = await view(marcus, id)
    // 11 kW · 0.75 · 6000 h · (1/0.91 − 1/0.933) · 0.2 + 100 · 0.11 · 0.2
    const saving = 11 * 0.75 * 6000 * (1 / 0.91 - 1 / 0.933) * 0.2 + 2.2
    expect(Number(result?.alternatives[0]?.firstYearSaving)).toBeCloseTo(saving, 6)
    const told = (await eventsOf(id)).slice(-2).map(({ payload }) => payload)
    expect(told).toMatchObject([
      { assumption: 'Energy of the motor · Present drive', from: '–', to: '91 %' },
      { assumption: 'tariff', from: '–', to: '0.2 EUR/kWh' },
    ])
  })

  test('a value that the calculator does not allow, or that takes the figures away, is refused', async () => {
    const { chen, marcus, sofia, wu } = world.people
    const id = await shared()
    const efficiency = await inputOf(id, 'efficiency', 'Present drive')
    const over = put(chen, id, efficiency.id, '100.1')
    await expect(over).rejects.toMatchObject({ messageKey: 'calculators:problem.aboveMaximum' })
    await expect(put(chen, id, efficiency.id, '0')).rejects.toMatchObject({
      messageKey: 'calculators:problem.notAbove',
    })
    const seenAt = efficiency.supplierChangedAt?.toISOString()
    const clear = as(marcus, () => setValue(marcus, id, efficiency.id, { value: null, note: '', seenAt }))
    await expect(clear).rejects.toThrow(new Invalid('value', 'comparisons:error.lastValue'))
    for (const stranger of [sofia, wu]) {
      await expect(put(stranger, id, efficiency.id, '90')).rejects.toThrow(NotFound)
      await expect(view(stranger, id)).rejects.toThrow(NotFound)
    }
    expect((await details(chen, id)).revision).toBe(1)
  })

  test('a division by zero after sharing is refused with its term, and the value stays', async () => {
    const { marcus, dev, chen } = world.people
    const names = [
      name('cost', 'EUR/piece', { value: '6' }),
      name('parts', '1', { isPerOption: 'on', values: { n1: '2', n2: '3' } }),
    ]
    const line = { ...calculated().lines[1], key: 'f', by: 'formula', formula: 'cost / parts' }
    const lines = [line as ComparisonInput['lines'][number]]
    const id = await sharedBy([marcus, dev], world.accounts.lumen, calculated({ names, lines }))
    const parts = await inputOf(id, 'parts', 'CMD-075')
    await expect(put(chen, id, parts.id, '0')).rejects.toMatchObject({
      messageKey: 'calculators:problem.divisionByZero',
      values: { term: 'parts' },
    })
    expect((await inputOf(id, 'parts', 'CMD-075')).customerValue).toBe(null)
  })
})

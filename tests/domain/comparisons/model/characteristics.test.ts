import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { getAgreement } from '#app/domain/comparisons/queries/agreement.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { valueView } from '#app/domain/comparisons/queries/value.server.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, draftOf, eventsOf, sharedBy } from '../comparison-cases.ts'
import { calculated, runLine } from './calculated-input.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

type Characteristic = NonNullable<ComparisonInput['characteristics']>[number]
const characteristic = (key: string, change: Partial<Characteristic> = {}): Characteristic => ({
  ...{ key, kind: 'noise', label: key, name: '', unit: 'dB(A)', direction: 'lower' },
  ...{ method: 'IEC 60704', conditions: '25 °C', values: { n1: '39', n2: '35.5' } },
  ...change,
})
const input = (change: Partial<ComparisonInput> = {}) =>
  calculated({
    characteristics: [
      characteristic('Sound'),
      characteristic('Life', {
        kind: 'lifetime',
        unit: 'h',
        direction: 'higher',
        values: { n1: '20000', n2: '74000' },
      }),
      characteristic('Mass', { kind: 'mass', unit: 'kg', values: { n2: '3.1' } }),
      characteristic('Size', {
        kind: 'size',
        unit: 'mm',
        direction: 'neither',
        values: { n1: '90', n2: '80' },
      }),
    ],
    ...change,
  })
const shared = (change: Partial<ComparisonInput> = {}) =>
  sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen, input(change))
const details = (actor: Actor, id: string) => as(actor, () => getComparisonDetails(actor, id))
const shown = async (actor: Actor, id: string) =>
  (await as(actor, () => comparisonView(actor, id))).model.characteristics
const valueAt = (comparisonId: string, label: string, option: string) =>
  unscopedPrisma().assumption.findFirstOrThrow({
    where: { comparisonId, quantity: { label }, option: { name: option } },
  })
const npvOf = async (actor: Actor, id: string) =>
  (await details(actor, id)).outcome.figures?.result.alternatives[0]?.npv

test('stand side by side with the better one marked, and none where that cannot be said', async () => {
  const { chen } = world.people
  const id = await shared()
  const { options } = await details(chen, id)
  const better = options[1]?.id
  const found = await shown(chen, id)
  expect(found.map(({ label, best }) => [label, best])).toEqual([
    ['Sound', [better]],
    ['Life', [better]],
    ['Mass', []],
    ['Size', []],
  ])
  // A characteristic that has no value keeps nothing from being calculated.
  expect(await npvOf(chen, id)).toBeDefined()
})

test('have a value of each side, the customer’s counts, and money does not move', async () => {
  const { chen, marcus, sofia, wu } = world.people
  const id = await shared()
  const before = await npvOf(marcus, id)
  const { id: assumption } = await valueAt(id, 'Sound', 'CMD-075')
  await as(chen, () => setValue(chen, id, assumption, { value: '41', note: 'Own chamber' }))
  const { options } = await details(marcus, id)
  expect((await shown(marcus, id))[0]).toMatchObject({
    values: { [options[1]?.id ?? '']: '41' },
    best: [options[0]?.id],
  })
  expect(await npvOf(marcus, id)).toBe(before)
  const [event] = (await eventsOf(id)).slice(-1)
  expect(event).toMatchObject({ payload: { assumption: 'Sound · CMD-075', to: '41 dB(A)' } })
  expect(await as(chen, () => valueView(chen, id, assumption))).toMatchObject({
    quantity: { name: 'Sound', unit: 'dB(A)' },
  })
  for (const stranger of [sofia, wu]) {
    await expect(
      as(stranger, () => setValue(stranger, id, assumption, { value: '1', note: '' })),
    ).rejects.toThrow(NotFound)
  }
})

test('count in money only where a formula names them, and then their values are needed', async () => {
  const { marcus, chen } = world.people
  const mass = characteristic('Mass', {
    kind: 'mass',
    name: 'mass',
    unit: 'kg/piece',
    values: { n1: '4', n2: '3.1' },
  })
  const names = [{ key: 'f', name: 'freight', unit: 'EUR/t', formula: '', value: '200', values: {} }]
  const lines = [{ ...runLine, key: 'f', formula: 'mass * freight' }]
  const id = await shared({ characteristics: [mass], names, lines })
  const saving = (await details(marcus, id)).outcome.figures?.result.alternatives[0]?.firstYearSaving
  // 0.9 kg at 0.2 a kilogram, 100 pieces.
  expect(saving).toBe('18')
  const { id: assumption, supplierChangedAt } = await valueAt(id, 'Mass', 'CMD-075')
  const seenAt = supplierChangedAt?.toISOString()
  const clear = as(marcus, () => setValue(marcus, id, assumption, { value: null, note: '', seenAt }))
  await expect(clear).rejects.toMatchObject({ messageKey: 'comparisons:error.lastValue' })
  const draft = await draftOf(marcus, world.accounts.lumen, {
    ...input({ names, lines }),
    characteristics: [characteristic('Spare'), { ...mass, values: { n1: '4' } }],
  })
  const { problems } = await as(marcus, () => comparisonView(marcus, draft))
  expect(problems).toMatchObject([{ place: { line: 'Mass', option: 'CMD-075' } }])
  expect(await as(chen, () => comparisonView(chen, id))).toMatchObject({ problems: [] })
})

test('are part of what is signed, and of a copy', async () => {
  const { marcus, chen } = world.people
  const id = await shared()
  for (const actor of [chen, marcus]) {
    const hash = (await details(actor, id)).outcome.figures?.hash ?? ''
    await as(actor, () => signComparison(actor, id, hash))
  }
  const agreement = await as(chen, () => getAgreement(chen, id))
  expect(agreement).toMatchObject({ isIntact: true, isReproduced: true })
  expect(agreement.case).toMatchObject({
    characteristics: [
      {
        kind: 'noise',
        label: 'Sound',
        unit: 'dB(A)',
        direction: 'lower',
        method: 'IEC 60704',
        conditions: '25 °C',
      },
      { label: 'Life' },
      { label: 'Mass' },
      { label: 'Size' },
    ],
  })
  const copy = await as(marcus, () => copyComparison(marcus, id))
  expect((await shown(marcus, copy)).map(({ label }) => label)).toEqual(['Sound', 'Life', 'Mass', 'Size'])
})

test('the database keeps a kind and a direction with characteristics alone', async () => {
  const id = await shared()
  const db = unscopedPrisma()
  const where = { comparisonId: id, role: 'characteristic' as const }
  await expect(db.quantity.updateMany({ where, data: { direction: null } })).rejects.toThrow(
    'quantity_characteristic',
  )
  const others = { comparisonId: id, role: 'input' as const }
  await expect(db.quantity.updateMany({ where: others, data: { kind: 'noise' } })).rejects.toThrow(
    'quantity_characteristic',
  )
})

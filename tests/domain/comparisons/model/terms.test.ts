import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { copyComparison } from '#app/domain/comparisons/commands/copy.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { getAgreement } from '#app/domain/comparisons/queries/agreement.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, draftOf, fiveYears, sharedBy } from '../comparison-cases.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

const details = (actor: Actor, id: string) => as(actor, () => getComparisonDetails(actor, id))
type Line = ComparisonInput['lines'][number]
const line = (change: Partial<Line>): Line => ({
  ...{ key: 'l', name: 'Line', category: 'energy', basis: 'per_year', values: { n1: '1000', n2: '700' } },
  ...change,
})
async function alternative(change: Partial<ComparisonInput>) {
  const { marcus } = world.people
  const id = await draftOf(marcus, world.accounts.lumen, change)
  const { outcome } = await details(marcus, id)
  if (!outcome.figures) throw new Error(JSON.stringify(outcome.problems))
  return { ...outcome.figures.result.alternatives[0], ...outcome.figures.result.options[1], id }
}
const npv = async (change: Partial<ComparisonInput>) => Number((await alternative(change)).npv)
const factor = (years: number, rate: number, growth = 0, shift = 0) =>
  Array.from(
    { length: years },
    (_, index) => (1 + growth) ** index / (1 + rate) ** (index + 1 - shift),
  ).reduce((sum, each) => sum + each)

describe('terms', () => {
  test('costs of a category rise year by year, and fall at the end or in the middle of it', async () => {
    const escalation: ComparisonInput['escalation'] = [{ category: 'energy', percent: '3' }]
    const lines = [line({})]
    expect(await npv({ lines, escalation })).toBeCloseTo(300 * factor(5, 0.08, 0.03), 6)
    expect(await npv({ lines, escalation, timing: 'mid_year' })).toBeCloseTo(
      300 * factor(5, 0.08, 0.03, 0.5),
      6,
    )
    expect(await npv({ lines: [line({ category: 'test' })], escalation })).toBeCloseTo(
      300 * factor(5, 0.08),
      6,
    )
  })

  test('a real rate is converted by inflation', async () => {
    const real = { rateKind: 'real' as const, inflationPercent: '2.5' }
    expect(await npv({ lines: [line({})], ...real })).toBeCloseTo(300 * factor(5, 1.08 * 1.025 - 1), 6)
  })

  test('costs by batch and by event, and one-off in a year with a life after which they come again', async () => {
    const batch = line({ basis: 'per_batch', batchSize: '50', values: { n1: '30', n2: '20' } })
    expect(await npv({ lines: [batch] })).toBeCloseTo(10 * (100 / 50) * factor(5, 0.08), 6)
    const event = line({ basis: 'per_event', eventsPerYear: '12', values: { n1: '30', n2: '20' } })
    expect(await npv({ lines: [event] })).toBeCloseTo(120 * factor(5, 0.08), 6)
    const once = line({ basis: 'one_off', year: '1', lives: { n2: '3' }, values: { n1: '0', n2: '90' } })
    // Bought at the end of years 1 and 4; two of three years of the second are left at the horizon.
    const bought = 90 / 1.08 + 90 / 1.08 ** 4 - 60 / 1.08 ** 5
    const { npv: value, id, oneOffCost } = await alternative({ lines: [once] })
    expect(Number(value)).toBeCloseTo(-bought, 6)
    expect(oneOffCost).toBe('120')
    const copy = await as(world.people.marcus, () => copyComparison(world.people.marcus, id))
    expect((await details(world.people.marcus, copy)).outcome.figures?.result.alternatives[0]?.npv).toBe(
      value,
    )
  })

  test('are signed with the case, and shown with what was signed', async () => {
    const { marcus, chen, dev } = world.people
    const change: Partial<ComparisonInput> = {
      productName: 'Wine cooler',
      timing: 'mid_year',
      escalation: [{ category: 'material', percent: '-1.5' }],
    }
    const id = await sharedBy([marcus, dev], world.accounts.lumen, change)
    for (const actor of [chen, marcus]) {
      const hash = (await details(actor, id)).outcome.figures?.hash ?? ''
      await as(actor, () => signComparison(actor, id, hash))
    }
    const agreement = await as(chen, () => getAgreement(chen, id))
    expect(agreement).toMatchObject({ isIntact: true, isReproduced: true })
    expect(agreement.case).toMatchObject({ timing: 'mid_year', escalation: { material: '-0.015' } })
    expect(await as(chen, () => comparisonView(chen, id))).toMatchObject({
      comparison: { productName: 'Wine cooler', escalation: { material: '-0.015' } },
    })
  })

  test('a comparison without any keeps its plain case and its hash', async () => {
    const { marcus } = world.people
    const id = await draftOf(marcus, world.accounts.lumen, { productName: 'Wine cooler' })
    const { outcome } = await details(marcus, id)
    expect(outcome.figures?.result.engineVersion).toBe('1.0.0')
    expect(outcome.worked).toBe(null)
  })

  test('the database holds what a basis counts by, and inflation of a real rate', async () => {
    const id = await draftOf(world.people.marcus, world.accounts.lumen, fiveYears())
    const db = unscopedPrisma()
    const lines = { where: { comparisonId: id } }
    await expect(db.costLine.updateMany({ ...lines, data: { basis: 'per_batch' } })).rejects.toThrow(
      'counts_by',
    )
    await expect(db.costLine.updateMany({ ...lines, data: { batchSize: '2' } })).rejects.toThrow('counts_by')
    await expect(db.comparison.updateMany({ where: { id }, data: { rateKind: 'real' } })).rejects.toThrow(
      'inflation',
    )
  })
})

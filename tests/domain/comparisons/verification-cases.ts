import type { Actor } from '#app/domain/access/actor.ts'
import { beginTrial } from '#app/domain/comparisons/commands/end.server.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { enterActuals } from '#app/domain/comparisons/verification/commands/enter.server.ts'
import { savePlan } from '#app/domain/comparisons/verification/commands/save-plan.server.ts'
import { signMatter } from '#app/domain/comparisons/verification/commands/sign.server.ts'
import type { ActualsInput, PlanInput } from '#app/domain/comparisons/verification/forms.ts'
import { signPage } from '#app/domain/comparisons/verification/queries/sign-page.server.ts'
import { verificationView } from '#app/domain/comparisons/verification/queries/view.server.ts'
import type { Matter } from '#app/domain/comparisons/verification/verification.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '#tests/support/world.ts'
import { as, sharedBy } from './comparison-cases.ts'

/** Of the case of comparison-cases.ts: 300 EUR saved in a year, 25 in a month, all of it material. */
export function measuring(world: () => World) {
  const by = <T>(name: PersonName, work: (actor: Actor) => Promise<T>) => {
    const actor = world().people[name]
    return as(actor, () => work(actor))
  }

  async function agreed(change: Partial<ComparisonInput> = {}): Promise<string> {
    const { people, accounts } = world()
    const id = await sharedBy([people.marcus, people.dev], accounts.lumen, change)
    for (const name of ['marcus', 'chen'] as const) {
      await by(name, async (actor) => {
        const { outcome } = await getComparisonDetails(actor, id)
        await signComparison(actor, id, outcome.figures?.hash ?? '')
      })
    }
    return id
  }

  const optionOf = async (comparisonId: string) =>
    (await unscopedPrisma().comparisonOption.findFirstOrThrow({ where: { comparisonId, isBaseline: false } }))
      .id

  async function planOf(id: string, change: Partial<PlanInput> = {}): Promise<PlanInput> {
    return {
      ...{
        optionId: await optionOf(id),
        ipmvpOption: 'B',
        boundary: 'Line 3',
        startsOn: '2026-03',
        periods: 2,
      },
      ...{ baselineVolume: '1000', revision: 0 },
      quantities: [
        {
          ...{
            name: 'Drives bought',
            unit: 'EUR',
            category: 'material',
            place: 'Line 3',
            method: 'Invoices',
          },
          ...{ measuredFrom: '2026-03-01', baseline: '400', followsVolume: 'on', price: '1' },
        },
      ],
      ...change,
    }
  }

  const plan = async (name: PersonName, id: string, change: Partial<PlanInput> = {}) => {
    const input = await planOf(id, change)
    return by(name, (actor) => savePlan(actor, id, input))
  }

  const sign = (name: PersonName, id: string, matter: Matter, number = 0) =>
    by(name, async (actor) => {
      const { subject } = await signPage(actor, id, { matter, number })
      return signMatter(actor, id, { matter, number, hash: subject?.hash ?? '0'.repeat(64) })
    })

  const quantityOf = async (comparisonId: string) =>
    (await unscopedPrisma().verificationQuantity.findFirstOrThrow({ where: { comparisonId } })).id

  async function enter(
    name: PersonName,
    id: string,
    number: number,
    change: { value?: string } & Partial<ActualsInput> = {},
  ) {
    const { value = '375', ...rest } = change
    const reading = { quantityId: await quantityOf(id), value, routineReason: '', nonRoutineReason: '' }
    const input: ActualsInput = {
      volume: '1000',
      note: '',
      readings: [reading],
      fileIds: [],
      revision: 0,
      ...rest,
    }
    return by(name, (actor) => enterActuals(actor, { comparisonId: id, number }, input))
  }

  /** In trial with a plan that both sides signed. */
  async function measured(
    change: Partial<PlanInput> = {},
    case_: Partial<ComparisonInput> = {},
  ): Promise<string> {
    const id = await agreed(case_)
    await plan('marcus', id, change)
    await sign('marcus', id, 'plan')
    await sign('chen', id, 'plan')
    await by('lin', (actor) => beginTrial(actor, id, '2026-03-01'))
    return id
  }

  async function verifiedMonth(id: string, number: number, value?: string) {
    await enter('lin', id, number, { value })
    await sign('chen', id, 'period', number)
    await sign('marcus', id, 'period', number)
  }

  const view = (name: PersonName, id: string) => by(name, (actor) => verificationView(actor, id))
  return { by, agreed, plan, planOf, sign, enter, measured, verifiedMonth, view, quantityOf }
}

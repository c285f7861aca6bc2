import type { CostCategory } from '#app/domain/comparisons/comparison.ts'
import { enterActuals } from '#app/domain/comparisons/verification/commands/enter.server.ts'
import { savePlan } from '#app/domain/comparisons/verification/commands/save-plan.server.ts'
import { signMatter } from '#app/domain/comparisons/verification/commands/sign.server.ts'
import { signPage } from '#app/domain/comparisons/verification/queries/sign-page.server.ts'
import { verificationView } from '#app/domain/comparisons/verification/queries/view.server.ts'
import type { IpmvpOption, Matter } from '#app/domain/comparisons/verification/verification.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { uploadAll } from '../files/upload.ts'
import { as, storyDays } from '../stage.ts'
import { addressOf, type Moment, type Person } from '../timeline.ts'
import type { Turn } from './sheet.ts'

/** A day of the month so many months before the present one, as a day of the story; it may lie before the story begins. */
export function storyDay(months: number, day: number): number {
  const today = new Date().setUTCHours(0, 0, 0, 0)
  const then = new Date(monthBefore(months)).getTime() + (day - 1) * 86_400_000
  return storyDays - Math.round((today - then) / 86_400_000)
}

/** The first day of the month so many months before the present one: 2027-03-01. */
export function monthBefore(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10)
}

interface MeasuredQuantity {
  name: string
  unit: string
  category: CostCategory
  site: string
  place: string
  method: string
  baseline: string
  price: string
  followsVolume?: boolean
}

interface StoryPlan {
  alternative: string
  product: string
  option: IpmvpOption
  boundary: string
  /** 2027-03-01 */
  from: string
  months: number
  baselineVolume: string
  quantities: MeasuredQuantity[]
}

/** Writes the measurement plan. */
export function plans(by: Person, on: Moment, plan: StoryPlan): Turn {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => {
      const { options, comparison } = await verificationView(actor, id)
      const { accountId } = await unscopedPrisma().comparison.findUniqueOrThrow({
        where: { id: comparison.id },
      })
      const product = await unscopedPrisma().product.findFirstOrThrow({ where: { number: plan.product } })
      const sites = await unscopedPrisma().site.findMany({ where: { accountId } })
      await savePlan(actor, id, {
        optionId: options.find(({ name }) => name === plan.alternative)?.id ?? '',
        productId: product.id,
        ...{ ipmvpOption: plan.option, boundary: plan.boundary, startsOn: plan.from.slice(0, 7) },
        ...{ periods: plan.months, baselineVolume: plan.baselineVolume, revision: 0 },
        quantities: plan.quantities.map(({ site, followsVolume, ...quantity }) => ({
          ...{
            ...quantity,
            measuredFrom: plan.from,
            followsVolume: followsVolume ? ('on' as const) : undefined,
          },
          siteId: sites.find(({ name }) => name === site)?.id,
        })),
      })
    })
  return { on, tell }
}

/** Signs what stands on the page: the plan, or a month. */
export function signsMatter(by: Person, on: Moment, [matter, number = 0]: [Matter, number?]): Turn {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => {
      const { subject } = await signPage(actor, id, { matter, number })
      return signMatter(actor, id, { matter, number, hash: subject?.hash ?? '' })
    })
  return { on, tell }
}

export interface StoryMonth {
  number: number
  volume: string
  values: string[]
  /** Of a quantity, by its place: value and reason. */
  routine?: [place: number, value: string, reason: string]
  nonRoutine?: [place: number, value: string, reason: string]
  note?: string
}

/** Enters a month with the sheet of its meter readings. */
export function enters(
  by: Person,
  on: Moment,
  { number, volume, values, routine, nonRoutine, note = '' }: StoryMonth,
): Turn {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => {
      const { plan, months } = await verificationView(actor, id)
      const month = months[number - 1]?.month ?? ''
      const lines = values.map(
        (value, place) => `${plan?.quantities[place]?.name},${value},${plan?.quantities[place]?.unit}`,
      )
      const text = [`month,${month}`, `units made,${volume}`, ...lines].join('\n')
      const sheet = {
        name: `meter-readings-${month}.csv`,
        type: 'text/csv',
        bytes: async () => Buffer.from(`${text}\n`),
      }
      await enterActuals(
        actor,
        { comparisonId: id, number },
        {
          ...{ volume, note, fileIds: await uploadAll(by, [sheet]), revision: 0 },
          readings: (plan?.quantities ?? []).map((quantity, place) => ({
            ...{ quantityId: quantity.id, value: values[place] ?? '0' },
            routine: routine?.[0] === place ? routine[1] : null,
            routineReason: routine?.[0] === place ? routine[2] : '',
            nonRoutine: nonRoutine?.[0] === place ? nonRoutine[1] : null,
            nonRoutineReason: nonRoutine?.[0] === place ? nonRoutine[2] : '',
          })),
        },
      )
    })
  return { on, tell }
}

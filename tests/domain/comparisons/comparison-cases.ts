import type { Actor } from '#app/domain/access/actor.ts'
import { approveComparison, askApproval } from '#app/domain/comparisons/commands/approval.server.ts'
import { createComparison } from '#app/domain/comparisons/commands/create.server.ts'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import type { ComparisonInput } from '#app/domain/comparisons/forms.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'

export const as = <T>(actor: Actor, work: () => Promise<T>): Promise<T> =>
  runAsActor(actor.membershipId, work)

/** -1000 at once, 300 a year for five years, 8 %: NPV 197.8130, payback 3.3333 years (facts.md §1). */
export function fiveYears(change: Partial<ComparisonInput> = {}): ComparisonInput {
  return {
    title: 'Drive CMD-075 instead of the present one',
    purpose: 'Lower unit cost of the 7.5 kW line.',
    currency: 'EUR',
    ratePercent: '8',
    horizonYears: 5,
    volumes: [{ quantity: '100' }],
    options: [
      { key: 'n1', name: 'Present drive' },
      { key: 'n2', name: 'CMD-075' },
    ],
    lines: [
      { key: 'n1', name: 'Drive', category: 'material', basis: 'per_unit', values: { n1: '50', n2: '47' } },
      {
        key: 'n2',
        name: 'Requalification',
        category: 'qualification',
        basis: 'one_off',
        values: { n1: '0', n2: '1000' },
      },
    ],
    ...change,
  }
}

export const draftOf = (actor: Actor, accountId: string, change: Partial<ComparisonInput> = {}) =>
  as(actor, () => createComparison(actor, { ...fiveYears(change), accountId }))

/** A draft that a second member has approved. */
export async function approvedBy(
  [actor, second]: [Actor, Actor],
  accountId: string,
  change: Partial<ComparisonInput> = {},
) {
  const id = await draftOf(actor, accountId, change)
  await as(actor, () => askApproval(actor, id))
  await as(second, () => approveComparison(second, id))
  return id
}

export async function sharedBy(
  people: [Actor, Actor],
  accountId: string,
  change: Partial<ComparisonInput> = {},
) {
  const id = await approvedBy(people, accountId, change)
  await as(people[0], () => shareComparison(people[0], id))
  return id
}

/** The input that a cost line has for an option, by their names; or the volume of a year. */
export async function assumptionOf(comparisonId: string, place: [line: string, option: string] | number) {
  const where =
    typeof place === 'number' ? { year: place } : { line: { name: place[0] }, option: { name: place[1] } }
  return unscopedPrisma().assumption.findFirstOrThrow({ where: { comparisonId, ...where } })
}

/** What was recorded about a comparison, the oldest first. */
export async function eventsOf(comparisonId: string) {
  const events = await unscopedPrisma().event.findMany({
    where: { subjectId: comparisonId },
    orderBy: { id: 'asc' },
  })
  return events.map(({ type, side, actorId, payload }) => ({ type, side, actorId, payload }))
}

import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import type { ConsultationStatus } from '../../consultation.ts'
import { visibleTags } from '../scope.server.ts'
import { keptStatuses } from '../work.ts'
import { shownTag } from './tags.server.ts'

/** The work on a thread, as a part of its own select: the thread is in the actor's scope. */
export const workOf = (actor: Actor) =>
  ({
    taggings: {
      where: visibleTags(actor),
      orderBy: { tag: { name: 'asc' } },
      select: { tag: { select: { id: true, name: true, color: true } } },
    },
    // Not their names: each table more makes the statement dearer to plan.
    watchers: { where: { side: actor.side }, select: { membershipId: true } },
    // A customer has no row of a day that is not meant for it (row-level security).
    promisedDay: { select: { dueOn: true, isShown: true } },
    snoozes: {
      where: { membershipId: actor.membershipId, OR: [{ until: null }, { until: { gt: now() } }] },
      select: { until: true },
    },
  }) satisfies Prisma.ConsultationSelect

type Worked = Prisma.ConsultationGetPayload<{ select: ReturnType<typeof workOf> }> & {
  status: ConsultationStatus
  account: { supplier: { timeZone: string } }
}

/** The same as the thread's page shows it. */
export function workView(actor: Actor, { status, account, ...work }: Worked) {
  const due = actor.side === 'supplier' || work.promisedDay?.isShown ? work.promisedDay : null
  const { timeZone } = account.supplier
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now())
  const isKept = keptStatuses.some((each) => each === status)
  return {
    tags: work.taggings.map(({ tag }) => shownTag(tag)),
    due: due && { dueOn: dayOf(due.dueOn), isMissed: !isKept && dayOf(due.dueOn) < today },
    watchers: work.watchers.length,
    isWatched: work.watchers.some(({ membershipId }) => membershipId === actor.membershipId),
    snooze: work.snoozes[0] ?? null,
  }
}

import type { Side } from '#app/domain/access/actor.ts'
import type { ConsultationFilters } from '../filters.ts'

type Queue = NonNullable<ConsultationFilters['whose']>

const queues = {
  supplier: ['mine', 'team', 'function', 'watched', 'snoozed'],
  customer: ['mine', 'function', 'watched', 'snoozed'],
} as const satisfies Record<Side, readonly Queue[]>

/** The queues of a side, in their order. */
export const queuesOf = (side: Side): readonly Queue[] => queues[side]

/** A queue of work holds what is open; what one watches or has put aside is shown in whatever state it is. */
export const filtersOfQueue = (whose: Queue): ConsultationFilters =>
  whose === 'watched' || whose === 'snoozed' ? { whose } : { whose, status: 'open' }

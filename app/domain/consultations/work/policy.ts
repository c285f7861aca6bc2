import type { Actor } from '#app/domain/access/actor.ts'
import { isSupplier } from '#app/domain/access/policy.ts'
import { entersAccount } from '../participants/standing.ts'
import { consultationPolicy } from '../policy.ts'

type Known = Parameters<typeof consultationPolicy.post>[1]

export const workPolicy = {
  /** For the own side, by whoever may still write there. */
  tag: (actor: Actor, known: Known) => consultationPolicy.post(actor, known, 'shared'),
  /** Everybody reads the own tags; their order is the administrator's. */
  changeTags: (actor: Actor) => actor.isAdministrator,
  /** Whoever sees it may hear of it, and may put it aside for a while. */
  watch: (_: Actor, known: Known) => known.account.closedAt === null && known.status !== 'merged',
  promise: (actor: Actor, known: Known) =>
    isSupplier(actor) && known.account.closedAt === null && entersAccount(actor, known),
  undo: (actor: Actor, batch: { membershipId: string }) => batch.membershipId === actor.membershipId,
}

/** Which acts on several at once a side has. */
export const batchActsOf = ({ side }: Actor) =>
  side === 'supplier'
    ? (['assign', 'take_over', 'tag', 'untag', 'snooze', 'due', 'close'] as const)
    : (['tag', 'untag', 'snooze', 'close'] as const)

import type { Actor } from '#app/domain/access/actor.ts'
import { type ComparisonStatus, isInside } from '../comparison.ts'

/** What a change of the supplier's makes of an approval: it was for what stood there before, and has to be asked for anew. */
export function preparedBy(actor: Actor, status: ComparisonStatus) {
  if (!isInside(status)) return {}
  const nothing = { approvalAskedAt: null, approvedAt: null, approvedById: null }
  return { ...nothing, status: 'draft' as const, changedById: actor.membershipId }
}

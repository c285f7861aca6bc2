import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction } from '#app/domain/access/policy.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { customerFunctions } from './policy.ts'

/**
 * For the supplier those of the accounts that it may enter. For the customer what was shared with it, and for those
 * whose work it is alone: prices are not for the whole house.
 */
export function visibleComparisons(actor: Actor): Prisma.ComparisonWhereInput {
  const account = visibleAccounts(actor)
  if (actor.side === 'supplier') return { account }
  if (!hasFunction(actor, ...customerFunctions)) return { id: { in: [] } }
  return {
    account,
    status: { notIn: ['draft', 'approved'] },
    OR: [{ status: { not: 'withdrawn' } }, { sharedAt: { not: null } }],
  }
}

/** Of those the drafts that the actor is asked to approve: nothing of what the actor prepared. */
export const toApprove = ({ membershipId }: Actor): Prisma.ComparisonWhereInput => ({
  status: 'draft',
  approvalAskedAt: { not: null },
  ownerId: { not: membershipId },
  account: { closedAt: null },
  OR: [{ changedById: null }, { changedById: { not: membershipId } }],
})

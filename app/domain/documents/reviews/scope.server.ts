import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

const nothing = { id: { in: [] as string[] } }

/** The rules of the own organization; a customer knows nothing of them. */
export function visibleReviewRules(actor: Actor): Prisma.DocumentReviewRuleWhereInput {
  return actor.side === 'supplier' ? { organizationId: actor.organizationId } : nothing
}

/** The rounds of the own organization's versions; a customer knows nothing of them. */
export function visibleReviewRounds(actor: Actor): Prisma.DocumentReviewRoundWhereInput {
  return actor.side === 'supplier' ? { organizationId: actor.organizationId } : nothing
}

/** Versions that wait for the actor's own decision: asked to review, and not decided yet in the open round. */
export function waitingForReview(actor: Actor): Prisma.DocumentVersionWhereInput {
  const { membershipId } = actor
  return {
    status: 'submitted',
    reviewRounds: {
      some: {
        AND: [visibleReviewRounds(actor), { closedAt: null }],
        reviews: { some: { memberId: membershipId, role: 'reviewer' } },
        decisions: { none: { memberId: membershipId } },
      },
    },
  }
}

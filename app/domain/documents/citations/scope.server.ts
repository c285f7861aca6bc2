import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'

/** What other areas say of their records: what of them exists for the actor, and how their numbers are written. */
export interface SourceRules {
  consultations: Prisma.ConsultationWhereInput
  comparisons: Prisma.ComparisonWhereInput
  consultationNumber(number: number): string
  comparisonNumber(number: number): string
}

/** A citation exists for whoever sees its source: the lane of a message is its own, and so is the customers' audience. */
export function visibleCitations(actor: Actor, rules: SourceRules): Prisma.CitationWhereInput {
  const lanes =
    actor.side === 'supplier' ? (['shared', 'internal'] as const) : (['shared', 'private'] as const)
  return {
    OR: [
      { version: { AND: [visibleVersions(actor), { document: visibleDocuments(actor) }] } },
      {
        account: visibleAccounts(actor),
        lane: { in: [...lanes] },
        message: { consultation: rules.consultations },
      },
      { account: visibleAccounts(actor), assumption: { comparison: rules.comparisons } },
    ],
  }
}

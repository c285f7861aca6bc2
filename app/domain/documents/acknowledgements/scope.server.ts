import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleDocuments, visibleVersions } from '../scope.server.ts'

/**
 * Requests by account. The supplier's of the accounts that the actor may enter; of a customer those of its own account
 * about a document that the member sees.
 */
export function visibleRequests(actor: Actor): Prisma.AcknowledgementRequestAccountWhereInput {
  const account = visibleAccounts(actor)
  if (actor.side === 'supplier') return { organizationId: actor.organizationId, account }
  return {
    account,
    version: { AND: [visibleVersions(actor), { document: visibleDocuments(actor) }] },
  }
}

/** Terms of the accounts that the actor sees. */
export function visibleTerms(actor: Actor): Prisma.DocumentTermsWhereInput {
  return { account: visibleAccounts(actor) }
}

import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/** Reading evidence of files: the supplier's of the accounts that the actor may enter; a reader's own. */
export function visibleFileReadings(actor: Actor): Prisma.DocumentFileReadingWhereInput {
  if (actor.side === 'customer') return { membershipId: actor.membershipId }
  return {
    version: { organizationId: actor.organizationId },
    membership: { organization: { customerAccounts: { some: visibleAccounts(actor) } } },
  }
}

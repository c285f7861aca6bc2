import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/** All of the own organization; to customers, those in use of their suppliers. */
export function visibleTemplates(actor: Actor): Prisma.ConsultationTemplateWhereInput {
  if (actor.side === 'supplier') return { organizationId: actor.organizationId }
  return { retiredAt: null, organization: { supplierAccounts: { some: visibleAccounts(actor) } } }
}

/** Nobody's but the author's own. */
export function visibleDrafts(actor: Actor): Prisma.ConsultationDraftWhereInput {
  return { membershipId: actor.membershipId, account: { AND: [visibleAccounts(actor), { closedAt: null }] } }
}

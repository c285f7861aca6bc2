import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

const nothing = { id: { in: [] as string[] } }

/** The rules of the own organization; a customer knows nothing of them. */
export function visibleRules(actor: Actor): Prisma.RoutingRuleWhereInput {
  return actor.side === 'supplier' ? { organizationId: actor.organizationId } : nothing
}

/** Who of the own organization is away; a customer reads of a deputy, and of nothing else. */
export function visibleAbsences(actor: Actor): Prisma.AbsenceWhereInput {
  return actor.side === 'supplier' ? { organizationId: actor.organizationId } : nothing
}

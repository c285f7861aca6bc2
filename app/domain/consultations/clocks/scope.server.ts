import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** The hours of the own organization. A customer meets its supplier's in the clocks of its consultations alone. */
export function visibleCalendars(actor: Actor): Prisma.ServiceCalendarWhereInput {
  return actor.side === 'supplier' ? { organizationId: actor.organizationId } : { id: { in: [] } }
}

/** What the own organization promised to everybody, and to the accounts that the actor may enter. */
export function visibleLevels(actor: Actor): Prisma.ServiceLevelWhereInput {
  if (actor.side === 'customer') return { account: visibleAccounts(actor) }
  return {
    organizationId: actor.organizationId,
    OR: [{ accountId: null }, { account: visibleAccounts(actor) }],
  }
}

/** What moved, as far as the consultation can be seen. */
export function visibleMoves(actor: Actor): Prisma.ClockMoveWhereInput {
  return { consultation: visibleConsultations(actor) }
}

import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/** The actor's own. Those about an account that the actor has lost are kept back by row-level security. */
export function visibleNotifications(actor: Actor): Prisma.NotificationWhereInput {
  return { membershipId: actor.membershipId }
}

import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'

/**
 * The ids of the events that the actor may read and that `also` lets through, newest first. Row-level security says
 * the same. Written as branches that each walk an index from its end, because an OR over all of them would read
 * every event of the house to fill a page.
 */
export function visibleEventIds(actor: Actor, also: Prisma.Sql, limit: number): Prisma.Sql {
  const own = Prisma.sql`${actor.organizationId}::uuid`
  const rest = Prisma.sql`(side IS NULL OR side = ${actor.side}::side) AND ${also} ORDER BY id DESC LIMIT ${limit}`
  const acted = Prisma.sql`
    (SELECT id FROM event WHERE account_id IS NULL AND actor_organization_id = ${own} AND ${rest})`
  if (actor.side === 'supplier') {
    // Whatever hangs from an account of a supplier belongs to the supplier.
    return Prisma.sql`
      (SELECT id FROM event
       WHERE organization_id = ${own} AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[]))
         AND ${rest})
      UNION ${acted}`
  }
  return Prisma.sql`
    (SELECT e.id FROM unnest(app_accounts()) AS mine (account), LATERAL (
       SELECT id FROM event WHERE account_id = mine.account AND ${rest}) AS e)
    UNION (SELECT id FROM event WHERE account_id IS NULL AND organization_id = ${own} AND ${rest})
    UNION ${acted}`
}

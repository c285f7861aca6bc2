import type { Actor, Side } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { prisma } from '#app/platform/database/database.server.ts'

export interface FrameMembership {
  id: string
  organizationName: string
  side: Side
}

/** What stands around every page. */
export interface Frame {
  /** Up to eight accounts, by name: the other organization of each. */
  accounts: { id: string; name: string }[]
  /** Unread notifications, counted up to 100. */
  unread: number
  /** Every membership under which this person can act. */
  memberships: FrameMembership[]
}

/**
 * For the supplier the customers are walked by name until eight are found: each row that is looked at costs a look through
 * all accounts of the actor, and a supplier has many. A customer has few suppliers.
 */
const firstAccounts = ({ side, organizationId }: Actor) =>
  side === 'supplier'
    ? Prisma.sql`
        SELECT found.id, organization.name FROM organization
        CROSS JOIN LATERAL (
          SELECT account.id FROM account
          WHERE account.customer_id = organization.id AND account.supplier_id = ${organizationId}::uuid
            AND account.closed_at IS NULL AND account.id = ANY ((SELECT app_accounts())::uuid[])
          LIMIT 1) AS found
        ORDER BY organization.name LIMIT 8`
    : Prisma.sql`
        SELECT account.id, organization.name
        FROM account JOIN organization ON organization.id = account.supplier_id
        WHERE account.closed_at IS NULL AND account.id = ANY ((SELECT app_accounts())::uuid[])
        ORDER BY organization.name LIMIT 8`

/** One statement, because every page pays for it. Row-level security decides what is counted and listed. */
export async function frameOf(actor: Actor): Promise<Frame> {
  const rows = await prisma.$queryRaw<Frame[]>`
    SELECT
      (SELECT count(*)::int FROM (
         SELECT 1 FROM notification
         WHERE membership_id = ${actor.membershipId}::uuid AND read_at IS NULL LIMIT 100) AS newest) AS unread,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name)), '[]')
       FROM (${firstAccounts(actor)}) AS a) AS accounts,
      (SELECT coalesce(json_agg(json_build_object(
                'id', m.id, 'organizationName', m.organization_name, 'side', m.side)), '[]')
       FROM app_memberships() AS m) AS memberships`
  return rows[0] ?? { accounts: [], unread: 0, memberships: [] }
}

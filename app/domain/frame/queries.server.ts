import type { Actor, Side } from '#app/domain/access/actor.ts'
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
  /** Where this person is a guest at present. */
  guestSeats: number
}

/** One statement, because every page pays for it. Row-level security decides what is counted and listed. */
export async function frameOf(actor: Actor): Promise<Frame> {
  const rows = await prisma.$queryRaw<Frame[]>`
    SELECT
      (SELECT count(*)::int FROM (
         SELECT 1 FROM notification
         WHERE membership_id = ${actor.membershipId}::uuid AND read_at IS NULL LIMIT 100) AS newest) AS unread,
      (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name)), '[]') FROM (
         SELECT account.id, organization.name
         FROM account
         JOIN organization ON organization.id =
              CASE WHEN account.supplier_id = ${actor.organizationId}::uuid AND ${actor.side} = 'supplier'
                   THEN account.customer_id ELSE account.supplier_id END
         WHERE account.closed_at IS NULL AND account.id = ANY ((SELECT app_accounts())::uuid[])
         ORDER BY organization.name LIMIT 8) AS a) AS accounts,
      (SELECT coalesce(json_agg(json_build_object(
                'id', m.id, 'organizationName', m.organization_name, 'side', m.side)), '[]')
       FROM app_memberships() AS m) AS memberships,
      app_guest_seats() AS "guestSeats"`
  return rows[0] ?? { accounts: [], unread: 0, memberships: [], guestSeats: 0 }
}

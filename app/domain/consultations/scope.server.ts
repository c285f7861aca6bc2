import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { lanesOf } from './consultation.ts'

/**
 * The consultations of the accounts that the actor may enter: colleagues work on one matter together. For the supplier
 * it says which ones are left out, because most are not: so the database walks the newest first and stops early,
 * where it would otherwise collect those of every account and sort them. Of a restricted account whoever is not on its team
 * sees those in which the team named it (app/decisions/112).
 */
export function visibleConsultations(actor: Actor): Prisma.ConsultationWhereInput {
  if (actor.side === 'customer') return { account: visibleAccounts(actor) }
  const withoutMe = { isRestricted: true, team: { none: { membershipId: actor.membershipId } } }
  const named = { participants: { some: { membershipId: actor.membershipId } } }
  return { organizationId: actor.organizationId, OR: [{ NOT: { account: withoutMe } }, named] }
}

/** The same of a table that the statement calls `c`; a test holds the two alike (app/decisions/050). */
export function visibleConsultationsSql(actor: Actor): Prisma.Sql {
  const { organizationId, membershipId } = actor
  if (actor.side === 'customer')
    return Prisma.sql`c.account_id IN (
      SELECT a.id FROM account a WHERE a.customer_id = ${organizationId}::uuid AND a.closed_at IS NULL)`
  return Prisma.sql`c.organization_id = ${organizationId}::uuid AND (c.account_id NOT IN (
    SELECT a.id FROM account a WHERE a.is_restricted AND NOT EXISTS (
      SELECT 1 FROM team_member t WHERE t.account_id = a.id AND t.membership_id = ${membershipId}::uuid))
    OR c.id = ANY (ARRAY (
      SELECT p.consultation_id FROM consultation_participant p WHERE p.membership_id = ${membershipId}::uuid)))`
}

/** What both sides read, and the notes of the own side. */
export function visibleMessages(actor: Actor): Prisma.MessageWhereInput {
  return { lane: { in: lanesOf(actor.side) } }
}

/** Files follow the lane of their message. */
export function visibleMessageFiles(actor: Actor): Prisma.MessageFileWhereInput {
  return { lane: { in: lanesOf(actor.side) }, message: { consultation: visibleConsultations(actor) } }
}

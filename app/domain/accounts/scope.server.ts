import type { Actor } from '#app/domain/access/actor.ts'
import { Prisma } from '#app/platform/database/client/client.ts'

/** The accounts that exist for the actor. A closed account is lost to the customer, a restricted one to all but its team. */
export function visibleAccounts(actor: Actor): Prisma.AccountWhereInput {
  if (actor.side === 'customer') return { customerId: actor.organizationId, closedAt: null }
  return {
    supplierId: actor.organizationId,
    OR: [{ isRestricted: false }, { team: { some: { membershipId: actor.membershipId } } }],
  }
}

/** The same of a table that the statement calls `a`; a test holds the two alike (app/decisions/050). */
export function visibleAccountsSql({ side, organizationId, membershipId }: Actor): Prisma.Sql {
  if (side === 'customer') return Prisma.sql`a.customer_id = ${organizationId}::uuid AND a.closed_at IS NULL`
  return Prisma.sql`a.supplier_id = ${organizationId}::uuid AND (NOT a.is_restricted OR EXISTS (
    SELECT 1 FROM team_member t WHERE t.account_id = a.id AND t.membership_id = ${membershipId}::uuid))`
}

/** The colleagues of the actor: the own organization, on the own side. */
export function visibleColleagues(actor: Actor): Prisma.MembershipWhereInput {
  return { organizationId: actor.organizationId, side: actor.side }
}

/** The suppliers whose catalogue the actor works with: itself, or the suppliers of its open accounts. */
export function visibleFamilies(actor: Actor): Prisma.ProductFamilyWhereInput {
  if (actor.side === 'supplier') return { organizationId: actor.organizationId }
  return {
    organization: { supplierAccounts: { some: { customerId: actor.organizationId, closedAt: null } } },
  }
}

/** The same of a table that the statement calls `f`. */
export function visibleFamiliesSql({ side, organizationId }: Actor): Prisma.Sql {
  if (side === 'supplier') return Prisma.sql`f.organization_id = ${organizationId}::uuid`
  return Prisma.sql`f.organization_id IN (
    SELECT a.supplier_id FROM account a WHERE a.customer_id = ${organizationId}::uuid AND a.closed_at IS NULL)`
}

/** Variants are made for one account and are seen by those who see it. */
export function visibleVariants(actor: Actor): Prisma.VariantWhereInput {
  return { account: visibleAccounts(actor) }
}

/** Invitations of the own organization and side, and those that the own organization sent. */
export function visibleInvitations(actor: Actor): Prisma.InvitationWhereInput {
  return {
    OR: [{ inviterId: actor.organizationId }, { organizationId: actor.organizationId, side: actor.side }],
  }
}

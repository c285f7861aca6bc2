import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/** The accounts that exist for the actor. A closed account is lost to the customer, a restricted one to all but its team. */
export function visibleAccounts(actor: Actor): Prisma.AccountWhereInput {
  if (actor.side === 'customer') return { customerId: actor.organizationId, closedAt: null }
  return {
    supplierId: actor.organizationId,
    OR: [{ isRestricted: false }, { team: { some: { membershipId: actor.membershipId } } }],
  }
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

import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/** What accounts need is known to whoever may enter them. */
export function visibleRequirements(actor: Actor): Prisma.HandoverRequirementWhereInput {
  return { account: visibleAccounts(actor) }
}

/** The supplier sees who took packages of the accounts that it may enter; a customer's member its own. */
export function visiblePackages(actor: Actor): Prisma.HandoverPackageWhereInput {
  const account = visibleAccounts(actor)
  return actor.side === 'supplier' ? { account } : { account, takenById: actor.membershipId }
}

/**
 * The lines of an audience through which an account's members see a document; for one variant those that are not narrowed
 * to another one or to another family.
 */
export function linesForAccount(
  account: { id: string; supplierId: string },
  variant: { id: string; product: { familyId: string } } | null,
): Prisma.DocumentAudienceWhereInput {
  const made = { products: { some: { variants: { some: { accountId: account.id } } } } }
  return {
    organizationId: account.supplierId,
    AND: [
      { OR: [{ accountId: account.id }, { accountId: null }] },
      { OR: [{ familyId: null }, variant ? { familyId: variant.product.familyId } : { family: made }] },
      variant ? { OR: [{ variantId: null }, { variantId: variant.id }] } : {},
    ],
  }
}

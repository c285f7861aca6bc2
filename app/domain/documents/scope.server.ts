import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/**
 * The supplier sees all its documents. A customer's member sees those of which a version was released to an account
 * of its organization and to one of its functions: an administrator without a function sees none.
 */
export function visibleDocuments(actor: Actor): Prisma.DocumentWhereInput {
  if (actor.side === 'supplier') return { organizationId: actor.organizationId }
  return {
    releasedVersionId: { not: null },
    audience: { some: visibleAudience(actor) },
  }
}

/** Versions as they are seen through their document: what was never released stays the supplier's own. */
export function visibleVersions(actor: Actor): Prisma.DocumentVersionWhereInput {
  if (actor.side === 'supplier') return { organizationId: actor.organizationId }
  return {
    status: { in: ['released', 'superseded', 'withdrawn'] },
    releasedAt: { not: null },
  }
}

/** Translations as they are seen through their version: a reader's are released. */
export function visibleTranslations(actor: Actor): Prisma.DocumentTranslationWhereInput {
  if (actor.side === 'supplier') return { organizationId: actor.organizationId }
  return { releasedAt: { not: null } }
}

/** Remarks, saves and co-authors: the supplier's side's alone. */
export function visibleComments(actor: Actor): Prisma.DocumentCommentWhereInput {
  return actor.side === 'supplier' ? { organizationId: actor.organizationId } : { id: { in: [] } }
}

/** The lines of an audience that concern the actor. */
export function visibleAudience(actor: Actor): Prisma.DocumentAudienceWhereInput {
  if (actor.side === 'supplier') {
    return {
      organizationId: actor.organizationId,
      OR: [{ accountId: null }, { account: visibleAccounts(actor) }],
    }
  }
  return {
    functions: { hasSome: actor.functions },
    OR: [
      { account: visibleAccounts(actor) },
      { accountId: null, organization: { supplierAccounts: { some: visibleAccounts(actor) } } },
    ],
    AND: {
      OR: [
        { familyId: null },
        { family: { products: { some: { variants: { some: visibleVariants(actor) } } } } },
      ],
    },
  }
}

/** Reading evidence: the supplier's of the accounts that the actor may enter; a reader's own. */
export function visibleReadings(actor: Actor): Prisma.DocumentReadingWhereInput {
  if (actor.side === 'customer') return { membershipId: actor.membershipId }
  return {
    version: { organizationId: actor.organizationId },
    membership: { organization: { customerAccounts: { some: visibleAccounts(actor) } } },
  }
}

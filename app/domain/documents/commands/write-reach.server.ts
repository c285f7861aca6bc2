import type { Actor } from '#app/domain/access/actor.ts'
import { visibleColleagues, visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { writingFunctions } from '../document.ts'
import type { ReachInput } from '../forms.ts'
import { linesOf, ownFamilies, ownVariants } from '../queries/audience/lines.server.ts'

type Narrowed = 'onlyFamilyIds' | 'onlyVariantIds'
type Written = Omit<ReachInput, 'vdiClass' | 'securityClass' | Narrowed> & Partial<ReachInput>

/**
 * Writes who may see a document and what it is about, in place of what stands there. Lines of restricted accounts
 * that the actor may not enter stay: the database does not show them.
 */
export async function writeReach(tx: Tx, actor: Actor, documentId: string, input: Written): Promise<void> {
  const owner = { documentId, organizationId: actor.organizationId }
  const lines = await linesOf(tx, actor, input)
  const productIds = await ownProducts(tx, actor, input.productIds)
  const familyIds = await ownFamilies(tx, actor, { field: 'familyIds', ids: input.familyIds })
  const variants = await ownVariants(tx, actor, { field: 'variantIds', ids: input.variantIds })
  await tx.documentAudience.deleteMany({ where: { documentId } })
  await tx.documentAudience.createMany({
    data: lines.map((line) => ({ ...owner, ...line })),
  })
  await tx.documentProduct.deleteMany({ where: { documentId } })
  await tx.documentProduct.createMany({ data: productIds.map((productId) => ({ ...owner, productId })) })
  await tx.documentFamily.deleteMany({ where: { documentId } })
  await tx.documentFamily.createMany({ data: familyIds.map((familyId) => ({ ...owner, familyId })) })
  await tx.documentVariant.deleteMany({ where: { documentId } })
  await tx.documentVariant.createMany({ data: variants.map((variant) => ({ ...owner, ...variant })) })
  const { vdiClass, securityClass } = input
  const ownerId = input.ownerId && (await ownColleague(tx, actor, input.ownerId))
  await tx.document.update({
    where: { id: documentId },
    data: { vdiClass, securityClass, ...(ownerId ? { ownerId } : {}) },
    select: { id: true },
  })
}

/** Whoever writes documents may own one. */
async function ownColleague(tx: Tx, actor: Actor, id: string): Promise<string> {
  const found = await tx.membership.findFirst({
    where: {
      AND: [
        visibleColleagues(actor),
        { id, deactivatedAt: null, functions: { hasSome: [...writingFunctions] } },
      ],
    },
    select: { id: true },
  })
  if (!found) throw new Invalid('ownerId', 'common:error.unknown')
  return found.id
}

async function ownProducts(tx: Tx, actor: Actor, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await tx.product.findMany({
    where: { id: { in: wanted }, organizationId: actor.organizationId, family: visibleFamilies(actor) },
    select: { id: true },
  })
  if (found.length !== wanted.length) throw new Invalid('productIds', 'common:error.unknown')
  return wanted
}

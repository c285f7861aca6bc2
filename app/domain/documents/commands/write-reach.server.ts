import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts, visibleFamilies, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { ReachInput } from '../forms.ts'

type Written = Omit<ReachInput, 'vdiClass' | 'securityClass'> & Partial<ReachInput>

/**
 * Writes who may see a document and what it is about, in place of what stands there. Lines of restricted accounts
 * that the actor may not enter stay: the database does not show them.
 */
export async function writeReach(tx: Tx, actor: Actor, documentId: string, input: Written): Promise<void> {
  const owner = { documentId, organizationId: actor.organizationId }
  const accountIds: (string | null)[] = input.everyAccount
    ? [null]
    : await ownAccounts(tx, actor, input.accountIds)
  const productIds = await ownProducts(tx, actor, input.productIds)
  const familyIds = await ownFamilies(tx, actor, input.familyIds)
  const variants = await ownVariants(tx, actor, input.variantIds)
  const functions = [...new Set(input.functions)]
  await tx.documentAudience.deleteMany({ where: { documentId } })
  await tx.documentAudience.createMany({
    data: accountIds.map((accountId) => ({ ...owner, accountId, functions })),
  })
  await tx.documentProduct.deleteMany({ where: { documentId } })
  await tx.documentProduct.createMany({ data: productIds.map((productId) => ({ ...owner, productId })) })
  await tx.documentFamily.deleteMany({ where: { documentId } })
  await tx.documentFamily.createMany({ data: familyIds.map((familyId) => ({ ...owner, familyId })) })
  await tx.documentVariant.deleteMany({ where: { documentId } })
  await tx.documentVariant.createMany({ data: variants.map((variant) => ({ ...owner, ...variant })) })
  const { vdiClass, securityClass } = input
  await tx.document.update({
    where: { id: documentId },
    data: { vdiClass, securityClass },
    select: { id: true },
  })
}

async function ownAccounts(tx: Tx, actor: Actor, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await tx.account.findMany({
    where: { AND: [visibleAccounts(actor), { id: { in: wanted }, closedAt: null }] },
    select: { id: true },
  })
  if (found.length !== wanted.length) throw new Invalid('accountIds', 'common:error.unknown')
  return wanted
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

async function ownFamilies(tx: Tx, actor: Actor, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await tx.productFamily.findMany({
    where: { AND: [visibleFamilies(actor), { id: { in: wanted } }] },
    select: { id: true },
  })
  if (found.length !== wanted.length) throw new Invalid('familyIds', 'common:error.unknown')
  return wanted
}

async function ownVariants(
  tx: Tx,
  actor: Actor,
  ids: string[],
): Promise<{ variantId: string; accountId: string }[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const found = await tx.variant.findMany({
    where: { AND: [visibleVariants(actor), { id: { in: wanted }, organizationId: actor.organizationId }] },
    select: { id: true, accountId: true },
  })
  if (found.length !== wanted.length) throw new Invalid('variantIds', 'common:error.unknown')
  return found.map(({ id, accountId }) => ({ variantId: id, accountId }))
}

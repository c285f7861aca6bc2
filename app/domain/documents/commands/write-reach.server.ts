import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts, visibleFamilies } from '#app/domain/accounts/scope.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import type { ReachInput } from '../forms.ts'

type Written = Pick<ReachInput, 'everyAccount' | 'accountIds' | 'functions' | 'productIds'>

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
  const functions = [...new Set(input.functions)]
  await tx.documentAudience.deleteMany({ where: { documentId } })
  await tx.documentAudience.createMany({
    data: accountIds.map((accountId) => ({ ...owner, accountId, functions })),
  })
  await tx.documentProduct.deleteMany({ where: { documentId } })
  await tx.documentProduct.createMany({ data: productIds.map((productId) => ({ ...owner, productId })) })
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

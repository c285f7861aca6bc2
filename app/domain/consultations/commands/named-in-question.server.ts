import type { Actor } from '#app/domain/access/actor.ts'
import { getProduct } from '#app/domain/accounts/queries/products.server.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'

// What a question names, found through the scopes before anything is written.

export interface OpenAccount {
  id: string
  supplierId: string
  customerId: string
}

/** One of the open accounts: another one is no choice of the form. */
export async function findOpenAccount(tx: Tx, actor: Actor, id: string): Promise<OpenAccount> {
  const account = await tx.account.findFirst({
    where: { AND: [{ id, closedAt: null }, visibleAccounts(actor)] },
    select: { id: true, supplierId: true, customerId: true },
  })
  if (!account) throw new Invalid('accountId', 'common:error.unknown')
  return account
}

/** The family of a product of this very supplier. */
export async function familyOf(tx: Tx, actor: Actor, productId: string, supplierId: string): Promise<string> {
  const product = await getProduct(actor, productId, tx)
  if (product.organizationId !== supplierId) throw new Invalid('productId', 'common:error.unknown')
  return product.familyId
}

/** A document that the asker can see, of this very supplier. */
export async function requireDocument(
  tx: Tx,
  actor: Actor,
  documentId: string,
  supplierId: string,
): Promise<void> {
  const document = await tx.document.findFirst({
    where: { AND: [{ id: documentId, organizationId: supplierId }, visibleDocuments(actor)] },
    select: { id: true },
  })
  if (!document) throw new Invalid('documentId', 'common:error.unknown')
}

/** The active member of the customer in whose name a question is written down. */
export async function findAsker(
  tx: Tx,
  askedById: string,
  account: OpenAccount,
): Promise<{ id: string; name: string }> {
  const asker = await tx.membership.findFirst({
    where: { id: askedById, organizationId: account.customerId, side: 'customer', deactivatedAt: null },
    select: { id: true, name: true },
  })
  if (!asker) throw new Invalid('askedById', 'common:error.unknown')
  return asker
}

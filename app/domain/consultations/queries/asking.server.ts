import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { functionsOf } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { accountName, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { findDocument } from './thread.server.ts'

interface Wanted {
  accountId: string | null
  documentId: string | null
}

/**
 * What the form needs for asking: the account, which a document or the only supplier decides; without one the
 * accounts to choose from.
 * @throws NotFound for a document or an account that the actor does not see.
 */
export async function prepareQuestion(actor: Actor, wanted: Wanted) {
  const document = wanted.documentId ? await findAskedDocument(actor, wanted.documentId) : null
  const accounts = await listAccounts(actor)
  const possible = document
    ? accounts.filter((each) => each.supplierId === document.organizationId)
    : accounts
  const account = wanted.accountId
    ? possible.find((each) => each.id === wanted.accountId)
    : possible.length === 1
      ? possible[0]
      : null
  if (account === undefined) throw new NotFound()
  const products = account ? await listProducts(actor, account.supplierId) : []
  return {
    formKey: uuidv7(),
    document,
    accounts: possible.map((each) => ({ id: each.id, name: accountName(actor, each) })),
    account: account && { id: account.id, supplier: account.supplier.name, customer: account.customer.name },
    functions: [...functionsOf('supplier')],
    /** One's own function is asked most often. */
    suggested: actor.functions[0] ?? 'account_management',
    products: products.map(({ id, number, name, family }) => ({ id, number, name, family: family.name })),
  }
}
export type PreparedQuestion = Awaited<ReturnType<typeof prepareQuestion>>

async function findAskedDocument(actor: Actor, documentId: string) {
  const document = isId(documentId) ? await findDocument(actor, documentId) : null
  if (!document) throw new NotFound()
  return document
}

import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isUniqueViolation, type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { productEvents } from '../events.ts'
import type { FamilyInput, ProductInput, VariantInput } from '../forms.ts'
import { productPolicy } from '../policy.ts'
import { getOpenAccount } from '../queries/accounts.server.ts'
import { getProduct } from '../queries/products.server.ts'

/** Runs the work in a transaction; a key that there is already comes back to its field. */
async function withUniqueKey<T>(field: string, messageKey: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await transact(work)
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid(field, messageKey)
    throw error
  }
}

/** @throws Forbidden, Invalid for a code that there is already */
export async function addFamily(actor: Actor, { code, name }: FamilyInput): Promise<string> {
  const { organizationId } = actor
  return withUniqueKey('code', 'accounts:error.codeTaken', async (tx) => {
    authorize(productPolicy.change(actor))
    const { id } = await tx.productFamily.create({ data: { organizationId, code, name } })
    await record(tx, actor, productEvents.familyAdded({ id, organizationId }, { code, name }, 'supplier'))
    return id
  })
}

/** @throws Forbidden, Invalid for a part number that there is already or a family of somebody else */
export async function addProduct(actor: Actor, { familyId, number, name }: ProductInput): Promise<string> {
  const { organizationId } = actor
  return withUniqueKey('number', 'accounts:error.numberTaken', async (tx) => {
    authorize(productPolicy.change(actor))
    const family = await tx.productFamily.findFirst({ where: { id: familyId, organizationId } })
    if (!family) throw new Invalid('familyId', 'common:error.unknown')
    const { id } = await tx.product.create({ data: { organizationId, familyId, number, name } })
    await record(tx, actor, productEvents.added({ id, organizationId }, { number, name }, 'supplier'))
    return id
  })
}

/**
 * Adds a product as it is made for one account.
 * @throws NotFound for an account or product that is not there for the actor, Forbidden, Invalid
 */
export async function addVariant(actor: Actor, input: VariantInput): Promise<string> {
  const { organizationId } = actor
  const { accountId, productId, number, customerNumber = null } = input
  return withUniqueKey('number', 'accounts:error.numberTaken', async (tx) => {
    const account = await getOpenAccount(actor, accountId, tx)
    const product = await getProduct(actor, productId, tx)
    authorize(productPolicy.change(actor))
    const data = { organizationId, accountId, productId, number, customerNumber }
    const { id } = await tx.variant.create({ data })
    const payload = { number, product: product.number, customer: account.customer.name }
    await record(tx, actor, productEvents.variantAdded({ id, organizationId, accountId }, payload))
    return id
  })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Database } from '#app/platform/database/database.server.ts'

/** A part of the supplier's own: a product, or a variant that is made for one account. */
export interface CataloguePart {
  number: string
  productId: string
  variantId: string | null
  accountId: string | null
}

/** The parts of the actor's organization: variants of the accounts that it may enter. Nobody else's can be meant. */
export async function listOwnParts(actor: Actor, db: Database): Promise<CataloguePart[]> {
  const { organizationId } = actor
  const [products, variants] = await Promise.all([
    db.product.findMany({ where: { organizationId }, select: { id: true, number: true } }),
    db.variant.findMany({
      where: { AND: [visibleVariants(actor), { organizationId }] },
      select: { id: true, number: true, productId: true, accountId: true },
    }),
  ])
  return [
    ...products.map(({ id, number }) => ({ number, productId: id, variantId: null, accountId: null })),
    ...variants.map(({ id, ...variant }) => ({ ...variant, variantId: id })),
  ]
}

import type { Actor } from '#app/domain/access/actor.ts'
import { visibleFamilies, visibleVariants } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import type { SearchFilters } from './filters.ts'

/** A filter as the database's function reads it: what is not in it is not asked. */
export interface Narrowing {
  documentKind?: string
  productIds?: string[]
  language?: string
  supplierId?: string
  /** Instants; the second is the first one that does not belong any more. */
  since?: string
  until?: string
}

const mostProducts = 5000
const day = 24 * 3600 * 1000

/** Resolves a filter through the scopes. Products, families and "mine" narrow one another; two statements at the most. */
export async function narrow(
  actor: Actor,
  filters: SearchFilters,
  db: Database = prisma,
): Promise<Narrowing> {
  const { kindOfDocument, product, family, isMine, language, supplier, since, until } = filters
  const wanted: Prisma.ProductWhereInput[] = []
  if (product) wanted.push({ id: product })
  if (family) wanted.push({ familyId: family })
  if (isMine && !(await coversEverything(actor, db))) wanted.push(ownProducts(actor))
  const products =
    wanted.length > 0
      ? await db.product.findMany({
          where: { AND: [{ family: visibleFamilies(actor) }, ...wanted] },
          select: { id: true },
          take: mostProducts,
        })
      : null
  return {
    ...(kindOfDocument && { documentKind: kindOfDocument }),
    ...(products && { productIds: products.map(({ id }) => id) }),
    ...(language && { language }),
    ...(supplier && { supplierId: supplier }),
    ...(since && { since: `${since}T00:00:00Z` }),
    ...(until && { until: new Date(Date.parse(`${until}T00:00:00Z`) + day).toISOString() }),
  }
}

/** A customer's products are those of which variants are made for it; a supplier's member's, the families that it covers. */
function ownProducts(actor: Actor): Prisma.ProductWhereInput {
  if (actor.side === 'customer') return { variants: { some: visibleVariants(actor) } }
  return { family: { coverages: { some: { membershipId: actor.membershipId } } } }
}

/** A line of the coverage matrix without a family stands for all of them. */
async function coversEverything(actor: Actor, db: Database): Promise<boolean> {
  if (actor.side === 'customer') return false
  return (
    (await db.coverage.count({ where: { membershipId: actor.membershipId, familyId: null }, take: 1 })) > 0
  )
}

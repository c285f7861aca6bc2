import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccountsSql, visibleFamiliesSql } from '#app/domain/accounts/scope.server.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import type { SearchFilters } from './filters.ts'

/** So many products still make a list to choose from; else the family comes first. */
const mostProducts = 200

interface Choice {
  value: string
  label: string
}

interface SearchChoices {
  families: Choice[]
  products: Choice[]
  suppliers: Choice[]
}

/**
 * What a search can be narrowed to: families, the products of the chosen family, and for a customer of several
 * suppliers, these. One statement, because every search pays for it.
 */
export async function listSearchChoices(
  actor: Actor,
  { family, product }: SearchFilters,
  db: Database = prisma,
): Promise<SearchChoices> {
  const ofFamily = family ? Prisma.sql`AND f.id = ${family}::uuid` : Prisma.empty
  const chosen = product ? Prisma.sql`p.id = ${product}::uuid` : Prisma.sql`false`
  const rows = await db.$queryRaw<SearchChoices[]>`
    WITH families AS (SELECT f.* FROM product_family f WHERE ${visibleFamiliesSql(actor)}),
    products AS (SELECT p.id, p.number, p.name FROM product p JOIN families f ON f.id = p.family_id ${ofFamily}),
    are_few AS (SELECT count(*) <= ${mostProducts} AS yes FROM (SELECT 1 FROM products LIMIT ${mostProducts + 1}) AS some_products)
    SELECT
      (SELECT coalesce(json_agg(json_build_object('value', f.id, 'label', f.code || ' ' || f.name)), '[]')
       FROM (SELECT * FROM families ORDER BY code, id LIMIT 500) AS f) AS families,
      (SELECT coalesce(json_agg(json_build_object('value', p.id, 'label', p.number || ' ' || p.name)), '[]')
       FROM (SELECT p.* FROM products p WHERE ${chosen} OR (SELECT yes FROM are_few) ORDER BY number, id) AS p) AS products,
      (SELECT coalesce(json_agg(json_build_object('value', s.id, 'label', s.name)), '[]')
       FROM (SELECT o.id, o.name FROM account a JOIN organization o ON o.id = a.supplier_id
             WHERE ${visibleAccountsSql(actor)} AND a.closed_at IS NULL AND ${actor.side} = 'customer'
             ORDER BY o.name, a.id LIMIT 1000) AS s) AS suppliers`
  return rows[0] ?? { families: [], products: [], suppliers: [] }
}

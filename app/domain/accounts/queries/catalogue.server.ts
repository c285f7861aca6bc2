import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { visibleFamilies, visibleVariants } from '../scope.server.ts'

export interface VariantRow {
  id: string
  number: string
  customerNumber: string | null
  accountName: string
}

export interface CatalogueRow {
  id: string
  number: string
  name: string
  family: { code: string; name: string }
  supplierName: string
  variants: VariantRow[]
}

export interface CatalogueFilters {
  q: string
  family: string
  after: string
}

export function readCatalogueFilters(search: URLSearchParams): CatalogueFilters {
  const text = (name: string) => (search.get(name) ?? '').slice(0, 120)
  return { q: text('q'), family: text('family'), after: text('after') }
}

/** Products by id, the newest first, each with the variants that the actor sees. */
export async function listCatalogue(
  actor: Actor,
  { q, family, after }: CatalogueFilters,
  db: Database = prisma,
): Promise<Page<CatalogueRow>> {
  const contains = { contains: q.trim(), mode: 'insensitive' as const }
  const variants = visibleVariants(actor)
  const named: Prisma.ProductWhereInput = {
    OR: [
      { number: contains },
      { name: contains },
      {
        variants: { some: { AND: [variants, { OR: [{ number: contains }, { customerNumber: contains }] }] } },
      },
    ],
  }
  const cursor = decodeCursor(after)
  const rows = await db.product.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { family: { AND: [visibleFamilies(actor), family ? { code: family } : {}] } },
        q.trim() ? named : {},
        cursor ? { id: { lt: cursor.id } } : {},
      ],
    },
    select: {
      ...{ id: true, number: true, name: true },
      family: { select: { code: true, name: true, organization: { select: { name: true } } } },
      variants: {
        where: variants,
        select: {
          ...{ id: true, number: true, customerNumber: true },
          account: { select: { customer: { select: { name: true } } } },
        },
        orderBy: { number: 'asc' },
      },
    },
    orderBy: { id: 'desc' },
    take: pageSize + 1,
  })
  const items = rows.map(({ family: { organization, ...codes }, variants: made, ...row }) => ({
    ...row,
    family: codes,
    supplierName: organization.name,
    variants: made.map(({ account, ...variant }) => ({ ...variant, accountName: account.customer.name })),
  }))
  // Ids are in the order of their making; the cursor's instant is not asked.
  return pageOf(items, pageSize, ({ id }) => ({ at: new Date(0), id }))
}

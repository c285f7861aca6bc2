import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleFamilies, visibleVariants } from '../scope.server.ts'

const product = {
  id: true,
  organizationId: true,
  familyId: true,
  number: true,
  name: true,
  family: { select: { id: true, code: true, name: true } },
} satisfies Prisma.ProductSelect

export type ProductSummary = Prisma.ProductGetPayload<{ select: typeof product }>
export interface FamilySummary {
  id: string
  organizationId: string
  code: string
  name: string
}

/** The products that the actor works with, by part number; with an organization, that supplier's alone. */
export async function listProducts(
  actor: Actor,
  organizationId?: string,
  db: Database = prisma,
): Promise<ProductSummary[]> {
  if (organizationId !== undefined && !isId(organizationId)) return []
  return db.product.findMany({
    relationLoadStrategy: 'join',
    where: { organizationId, family: visibleFamilies(actor) },
    select: product,
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    take: 2000,
  })
}

/** The product families that the actor works with, by code; with an organization, that supplier's alone. */
export async function listFamilies(
  actor: Actor,
  organizationId?: string,
  db: Database = prisma,
): Promise<FamilySummary[]> {
  if (organizationId !== undefined && !isId(organizationId)) return []
  return db.productFamily.findMany({
    where: { AND: [{ organizationId }, visibleFamilies(actor)] },
    orderBy: [{ code: 'asc' }, { id: 'asc' }],
    take: 500,
  })
}

/** The variants that the supplier makes for the accounts that the actor may enter, by number, with whose they are. */
export async function listVariantNames(
  actor: Actor,
  db: Database = prisma,
): Promise<{ id: string; number: string; accountName: string }[]> {
  const rows = await db.variant.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleVariants(actor), { organizationId: actor.organizationId }] },
    select: { id: true, number: true, account: { select: { customer: { select: { name: true } } } } },
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    take: 2000,
  })
  return rows.map(({ id, number, account }) => ({ id, number, accountName: account.customer.name }))
}

/**
 * One product of a supplier that the actor works with.
 * @throws NotFound
 */
export async function getProduct(actor: Actor, id: string, db: Database = prisma): Promise<ProductSummary> {
  const found = isId(id)
    ? await db.product.findFirst({
        relationLoadStrategy: 'join',
        where: { id, family: visibleFamilies(actor) },
        select: product,
      })
    : null
  if (!found) throw new NotFound()
  return found
}

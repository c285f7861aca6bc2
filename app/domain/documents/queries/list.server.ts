import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type Cursor, decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import type { DocumentStatus } from '../document.ts'
import { type DocumentFilters, isFiltered } from '../filters.ts'
import { type DocumentKind, documentNumber } from '../kinds.ts'
import { visibleAudience, visibleDocuments } from '../scope.server.ts'
import { filtered, inForce, ownTranslation } from './list-filter.server.ts'
import { countReadableDocuments, newestDocumentIds } from './newest.server.ts'

/** Counted up to here; beyond it a list says "more than". */
export const countLimit = 1000

const rowFor = (actor: Actor) =>
  ({
    id: true,
    kind: true,
    number: true,
    title: true,
    language: true,
    status: true,
    updatedAt: true,
    releasedAt: true,
    owner: { select: { name: true, organization: { select: { name: true } } } },
    products: { select: { product: { select: { number: true } } }, orderBy: { product: { number: 'asc' } } },
    releasedVersion: {
      select: {
        translations: {
          where: actor.side === 'customer' ? ownTranslation(actor) : { id: { in: [] } },
          select: { title: true, language: true },
        },
      },
    },
  }) satisfies Prisma.DocumentSelect

type Row = Prisma.DocumentGetPayload<{ select: ReturnType<typeof rowFor> }>

export interface DocumentRow {
  id: string
  kind: DocumentKind
  number: string
  title: string
  language: string
  /** Null on the customer's side: it knows what was released and nothing of what is under way. */
  status: DocumentStatus | null
  /** Of the last change for the supplier, of the release for the customer. */
  at: Date
  supplierName: string
  ownerName: string
  products: string[]
}

/** One page of the documents that the actor sees, the latest first. */
export async function listDocuments(
  actor: Actor,
  filters: DocumentFilters,
  db: Database = prisma,
): Promise<Page<DocumentRow>> {
  const order = actor.side === 'supplier' ? 'updatedAt' : 'releasedAt'
  const cursor = decodeCursor(filters.after)
  const newest = isPlain(actor, filters) && !cursor ? await newestDocumentIds(pageSize + 1, db) : null
  const rows = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [filtered(actor, filters), newest ? { id: { in: newest } } : after(order, cursor)] },
    select: rowFor(actor),
    orderBy: [{ [order]: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = pageOf(rows, pageSize, (each) => ({ at: each[order] ?? each.updatedAt, id: each.id }))
  return { next: page.next, items: page.items.map((each) => rowOf(actor, each)) }
}

function rowOf(actor: Actor, each: Row): DocumentRow {
  const isSupplier = actor.side === 'supplier'
  const shown = each.releasedVersion?.translations[0] ?? each
  return {
    id: each.id,
    kind: each.kind,
    number: documentNumber(each.kind, each.number),
    title: shown.title,
    language: shown.language,
    status: isSupplier ? each.status : null,
    at: isSupplier ? each.updatedAt : (each.releasedAt ?? each.updatedAt),
    supplierName: each.owner.organization.name,
    ownerName: each.owner.name,
    products: each.products.map(({ product }) => product.number),
  }
}

/** How many there are, up to one more than `countLimit`. */
export async function countDocuments(
  actor: Actor,
  filters: DocumentFilters = {},
  db: Database = prisma,
): Promise<number> {
  if (isPlain(actor, filters)) return countReadableDocuments(countLimit + 1, db)
  return db.document.count({ where: filtered(actor, filters), take: countLimit + 1 })
}

/** The documents in force that an account's customer can see, the latest release first: for the account's page. */
export async function listDocumentsForAccount(
  actor: Actor,
  account: { id: string; supplierId: string },
  take = 5,
  db: Database = prisma,
): Promise<DocumentRow[]> {
  const ofFamily = { products: { some: { variants: { some: { accountId: account.id } } } } }
  const line = {
    AND: [
      { OR: [{ accountId: account.id }, { accountId: null }] },
      { OR: [{ familyId: null }, { family: ofFamily }] },
    ],
  }
  const rows = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        visibleDocuments(actor),
        inForce,
        { organizationId: account.supplierId, audience: { some: { AND: [visibleAudience(actor), line] } } },
      ],
    },
    select: rowFor(actor),
    orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
    take,
  })
  return rows.map((each) => rowOf(actor, each))
}

/** All that the customer reads: the newest of it are found without gathering it. */
const isPlain = (actor: Actor, filters: DocumentFilters) => actor.side === 'customer' && !isFiltered(filters)

function after(order: 'updatedAt' | 'releasedAt', cursor: Cursor | null): Prisma.DocumentWhereInput {
  if (!cursor) return {}
  return { [order]: { lte: cursor.at }, OR: [{ [order]: { lt: cursor.at } }, { id: { lt: cursor.id } }] }
}

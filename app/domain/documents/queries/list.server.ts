import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { visibleVariants } from '#app/domain/accounts/scope.server.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type Cursor, decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { addDays, localDay } from '../acknowledgements/engine/days.ts'
import type { DocumentStatus } from '../document.ts'
import type { DocumentFilters, Expiring } from '../filters.ts'
import { type DocumentKind, documentNumber, readDocumentNumber } from '../kinds.ts'
import { waitingForReview } from '../reviews/scope.server.ts'
import { visibleAudience, visibleDocuments, visibleVersions } from '../scope.server.ts'

/** Counted up to here; beyond it a list says "more than". */
export const countLimit = 1000

const row = {
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
} satisfies Prisma.DocumentSelect

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
  const rows = await db.document.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [filtered(actor, filters), after(order, decodeCursor(filters.after))] },
    select: row,
    orderBy: [{ [order]: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = pageOf(rows, pageSize, (each) => ({ at: each[order] ?? each.updatedAt, id: each.id }))
  return { next: page.next, items: page.items.map((each) => rowOf(actor, each)) }
}

function rowOf(actor: Actor, each: Prisma.DocumentGetPayload<{ select: typeof row }>): DocumentRow {
  const isSupplier = actor.side === 'supplier'
  return {
    id: each.id,
    kind: each.kind,
    number: documentNumber(each.kind, each.number),
    title: each.title,
    language: each.language,
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
    select: row,
    orderBy: [{ releasedAt: 'desc' }, { id: 'desc' }],
    take,
  })
  return rows.map((each) => rowOf(actor, each))
}

/** What was withdrawn is still explained to whoever has the link, and stands in no list of the customer's. */
const inForce: Prisma.DocumentWhereInput = { releasedVersion: { status: 'released' } }

function after(order: 'updatedAt' | 'releasedAt', cursor: Cursor | null): Prisma.DocumentWhereInput {
  if (!cursor) return {}
  return { [order]: { lte: cursor.at }, OR: [{ [order]: { lt: cursor.at } }, { id: { lt: cursor.id } }] }
}

function filtered(
  actor: Actor,
  { status, kind, vdiClass, family, product, language, owner, keyword, ...rest }: DocumentFilters,
): Prisma.DocumentWhereInput {
  const { review, expiring, isMine, q } = rest
  return {
    AND: [
      visibleDocuments(actor),
      actor.side === 'supplier' ? { status } : inForce,
      review && actor.side === 'supplier' ? { versions: { some: waitingForReview(actor) } } : {},
      product ? { products: { some: { productId: isId(product) ? product : { in: [] } } } } : {},
      language ? { language } : {},
      kind ? { kind } : {},
      vdiClass ? { vdiClass } : {},
      family ? concernsFamily(isId(family) ? family : { in: [] }) : {},
      owner && actor.side === 'supplier' ? { ownerId: isId(owner) ? owner : { in: [] } } : {},
      keyword
        ? { versions: { some: { AND: [visibleVersions(actor), current, { keywords: { has: keyword } }] } } }
        : {},
      expiring ? expires(actor, expiring) : {},
      isMine ? mine(actor) : {},
      q ? textFilter(q) : {},
    ],
  }
}

/** A keyword of what was superseded finds nothing. */
const current: Prisma.DocumentVersionWhereInput = { status: { notIn: ['superseded', 'withdrawn'] } }

/** By the last day of the version in force, in the reader's zone. */
function expires(actor: Actor, expiring: Expiring): Prisma.DocumentWhereInput {
  const today = localDay(now(), actor.timeZone)
  const date = (text: string) => new Date(`${text}T00:00:00Z`)
  const expiresOn =
    expiring === 'past'
      ? { lt: date(today) }
      : { gte: date(today), lte: date(addDays(today, Number(expiring))) }
  return { releasedVersion: { status: 'released', expiresOn } }
}

/** Of the family itself, of one of its products, or of a variant of those. */
function concernsFamily(familyId: Prisma.ProductWhereInput['familyId']): Prisma.DocumentWhereInput {
  const product = { familyId }
  return {
    OR: [
      { families: { some: { familyId } as Prisma.DocumentFamilyWhereInput } },
      { products: { some: { product } } },
      { variants: { some: { variant: { product } } } },
    ],
  }
}

/** The supplier's: those that the actor owns. The customer's: about what is made for its organization. */
function mine(actor: Actor): Prisma.DocumentWhereInput {
  if (actor.side === 'supplier') return { ownerId: actor.membershipId }
  const variants = { some: visibleVariants(actor) }
  return {
    OR: [
      { variants: { some: { variant: visibleVariants(actor) } } },
      { products: { some: { product: { variants } } } },
      { families: { some: { family: { products: { some: { variants } } } } } },
    ],
  }
}

/** A number such as `TN-12` or `12` finds those; anything else is looked for in the title, and as a number of old. */
function textFilter(q: string): Prisma.DocumentWhereInput {
  const read = readDocumentNumber(q)
  const title = { title: { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } as const
  const former = { formerNumber: { equals: q.trim(), mode: 'insensitive' } } as const
  return { OR: [...(read ? [{ kind: read.kind ?? undefined, number: read.number }] : []), former, title] }
}

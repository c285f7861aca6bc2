import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { type ComparisonStatus, comparisonNumber, undecided } from '../comparison.ts'
import type { ComparisonFilters } from '../filters.ts'
import { firstYearSaving, greatestFirstYearSaving } from '../outcome.server.ts'
import { visibleComparisons } from '../scope.server.ts'
import { agreedFigures, agreedOutcome } from './agreed.server.ts'
import { parts, sourceOf, terms } from './comparison.server.ts'

/** Counted up to here; beyond it a list says "more than". */
export const countLimit = 1000

const row = {
  id: true,
  number: true,
  title: true,
  status: true,
  revision: true,
  currency: true,
  discountRate: true,
  horizonYears: true,
  ...terms,
  updatedAt: true,
  account: {
    select: { id: true, supplier: { select: { name: true } }, customer: { select: { name: true } } },
  },
  owner: { select: { id: true, name: true, side: true } },
  agreements: agreedFigures,
  ...parts,
} satisfies Prisma.ComparisonSelect

type Row = Prisma.ComparisonGetPayload<{ select: typeof row }>

export interface ComparisonRow
  extends Pick<Row, 'id' | 'title' | 'status' | 'currency' | 'updatedAt' | 'owner'> {
  number: string
  accountName: string
  /** Of the first year, by the alternative that saves most; null while the case is not complete. */
  saving: string | null
}

const nameOfAccount = (actor: Actor, account: Row['account']) =>
  actor.side === 'supplier' ? account.customer.name : account.supplier.name

/** One page of the comparisons that the actor sees, the latest change first. */
export async function listComparisons(
  actor: Actor,
  filters: ComparisonFilters,
  db: Database = prisma,
): Promise<Page<ComparisonRow>> {
  const cursor = decodeCursor(filters.after)
  const rows = await db.comparison.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [filtered(actor, filters), cursor ? after(cursor) : {}] },
    select: row,
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const page = pageOf(rows, pageSize, (each) => ({ at: each.updatedAt, id: each.id }))
  return {
    next: page.next,
    items: page.items.map((each) => ({
      id: each.id,
      title: each.title,
      status: each.status,
      currency: each.currency,
      updatedAt: each.updatedAt,
      owner: each.owner,
      number: comparisonNumber(each.number),
      accountName: nameOfAccount(actor, each.account),
      saving: savingOf(each),
    })),
  }
}

/** As it was agreed, else as it is at present. */
function savingOf(comparison: Row): string | null {
  const agreed = agreedOutcome(comparison.status, comparison.agreements)?.figures
  return agreed
    ? greatestFirstYearSaving(agreed.result)
    : firstYearSaving({ ...comparison, ...sourceOf(comparison) })
}

/** How many there are, up to one more than `countLimit`. */
export async function countComparisons(
  actor: Actor,
  filters: ComparisonFilters = {},
  db: Database = prisma,
): Promise<number> {
  return db.comparison.count({ where: filtered(actor, filters), take: countLimit + 1 })
}

export interface WaitingComparison {
  id: string
  number: string
  title: string
  status: ComparisonStatus
  accountName: string
  updatedAt: Date
  /** `sign`: the other side has signed what is there now; `new`: shared, and not looked at by the actor. */
  reason: 'sign' | 'new'
}

/** What waits for the actor: for the signature, or for a first look. The latest change first, at most fifty. */
export async function listComparisonsWaiting(
  actor: Actor,
  db: Database = prisma,
): Promise<WaitingComparison[]> {
  const rows = await db.comparison.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleComparisons(actor), { status: { in: undecided }, account: { closedAt: null } }] },
    select: {
      ...{ id: true, number: true, title: true, status: true, revision: true, updatedAt: true },
      account: row.account,
      signatures: { orderBy: { revision: 'desc' }, take: 2, select: { side: true, revision: true } },
      views: { where: { membershipId: actor.membershipId }, select: { seenAt: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  const signs = actor.side === 'supplier' ? 'account_management' : 'purchasing'
  const waiting = rows.flatMap(({ account, signatures, views, revision, number, ...each }) => {
    const sides = signatures.filter((each) => each.revision === revision).map((each) => each.side)
    const isMyTurn = actor.functions.includes(signs) && sides.length === 1 && sides[0] !== actor.side
    const isNew = actor.side === 'customer' && views.length === 0
    if (!isMyTurn && !isNew) return []
    const reason: WaitingComparison['reason'] = isMyTurn ? 'sign' : 'new'
    return [{ ...each, reason, number: comparisonNumber(number), accountName: nameOfAccount(actor, account) }]
  })
  return waiting.slice(0, 50)
}

function after(cursor: { at: Date; id: string }): Prisma.ComparisonWhereInput {
  return {
    updatedAt: { lte: cursor.at },
    OR: [{ updatedAt: { lt: cursor.at } }, { id: { lt: cursor.id } }],
  }
}

function filtered(actor: Actor, { status, account, q }: ComparisonFilters): Prisma.ComparisonWhereInput {
  return {
    AND: [
      visibleComparisons(actor),
      { status },
      account ? { accountId: isId(account) ? account : { in: [] } } : {},
      q ? textFilter(q) : {},
    ],
  }
}

/** A number such as `CC-12` or `12` finds that one; anything else is looked for in the title. */
function textFilter(q: string): Prisma.ComparisonWhereInput {
  const number = /^(?:cc-?)?0*(\d{1,7})$/i.exec(q)?.[1]
  const byTitle: Prisma.ComparisonWhereInput = { title: { contains: q, mode: 'insensitive' } }
  return number ? { OR: [{ number: Number(number) }, byTitle] } : byTitle
}

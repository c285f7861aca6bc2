import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { visibleAccounts, visibleAccountsSql } from '../scope.server.ts'

const summary = {
  id: true,
  number: true,
  supplierId: true,
  customerId: true,
  isRestricted: true,
  createdAt: true,
  closedAt: true,
  supplier: { select: { id: true, name: true, language: true, timeZone: true } },
  customer: { select: { id: true, name: true, language: true, timeZone: true } },
} satisfies Prisma.AccountSelect

export type AccountSummary = Prisma.AccountGetPayload<{ select: typeof summary }>

/** What an account is called on the actor's side: the name of the other organization. */
export function accountName(
  actor: Actor,
  account: { supplier: { name: string }; customer: { name: string } },
): string {
  return actor.side === 'supplier' ? account.customer.name : account.supplier.name
}

/** The accounts that the actor can work in at present, by name: for choices and the account switch. */
export async function listAccounts(actor: Actor, db: Database = prisma): Promise<AccountSummary[]> {
  const other = actor.side === 'supplier' ? 'customer' : 'supplier'
  return db.account.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [visibleAccounts(actor), { closedAt: null }] },
    select: summary,
    orderBy: [{ [other]: { name: 'asc' } }, { id: 'asc' }],
    take: 1000,
  })
}

/**
 * What they are called, and nothing more: for the filters of lists. Written as SQL: Prisma joins the names as an object
 * of each account, and once more to sort by them.
 */
export async function listAccountNames(
  actor: Actor,
  db: Database = prisma,
): Promise<{ id: string; name: string }[]> {
  const isSupplier = actor.side === 'supplier'
  return db.$queryRaw<{ id: string; name: string }[]>`
    SELECT a.id, o.name FROM account a
    JOIN organization o ON o.id = CASE WHEN ${isSupplier} THEN a.customer_id ELSE a.supplier_id END
    WHERE ${visibleAccountsSql(actor)} AND a.closed_at IS NULL
    ORDER BY o.name, a.id LIMIT 1000`
}

/**
 * One account that exists for the actor.
 * @throws NotFound
 */
export async function getAccount(actor: Actor, id: string, db: Database = prisma): Promise<AccountSummary> {
  const account = await db.account.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleAccounts(actor)] },
    select: summary,
  })
  if (!account) throw new NotFound()
  return account
}

/**
 * One account that is open: what is new is written into open accounts alone.
 * @throws NotFound also for a closed account.
 */
export async function getOpenAccount(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<AccountSummary> {
  const account = await getAccount(actor, id, db)
  if (account.closedAt) throw new NotFound()
  return account
}

/** Of these accounts those that the actor sees: for pages that are kept up to date. */
export async function findVisibleAccounts(
  actor: Actor,
  ids: string[],
  db: Database = prisma,
): Promise<string[]> {
  const rows = await db.account.findMany({
    where: { AND: [{ id: { in: ids } }, visibleAccounts(actor)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

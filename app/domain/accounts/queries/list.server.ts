import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { decodeCursor, type Page, pageOf, pageSize } from '#app/platform/page.ts'
import { visibleAccounts } from '../scope.server.ts'

export interface AccountFilters {
  q: string
  state: '' | 'open' | 'closed' | 'restricted'
  after: string
}

export interface AccountRow {
  id: string
  number: number
  name: string
  isRestricted: boolean
  createdAt: Date
  closedAt: Date | null
  /** The supplier's side sees who serves the account. */
  team: string[]
}

export const countLimit = 1000

export function readAccountFilters(search: URLSearchParams): AccountFilters {
  const state = search.get('state')
  const isKnown = state === 'open' || state === 'closed' || state === 'restricted'
  return {
    q: (search.get('q') ?? '').slice(0, 120),
    state: isKnown ? state : '',
    after: search.get('after') ?? '',
  }
}

const states: Record<string, Prisma.AccountWhereInput> = {
  open: { closedAt: null },
  closed: { closedAt: { not: null } },
  restricted: { isRestricted: true },
}

function found(actor: Actor, { q, state }: AccountFilters): Prisma.AccountWhereInput {
  const contains = { name: { contains: q.trim(), mode: 'insensitive' as const } }
  const named = actor.side === 'supplier' ? { customer: contains } : { supplier: contains }
  return { AND: [visibleAccounts(actor), states[state] ?? {}, q.trim() ? named : {}] }
}

/** A page of the accounts, the newest first. */
export async function listAccountPage(
  actor: Actor,
  filters: AccountFilters,
  db: Database = prisma,
): Promise<Page<AccountRow>> {
  const cursor = decodeCursor(filters.after)
  const before: Prisma.AccountWhereInput = cursor
    ? { OR: [{ createdAt: { lt: cursor.at } }, { createdAt: cursor.at, id: { lt: cursor.id } }] }
    : {}
  const rows = await db.account.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [found(actor, filters), before] },
    select: {
      ...{ id: true, number: true, isRestricted: true, createdAt: true, closedAt: true },
      supplier: { select: { name: true } },
      customer: { select: { name: true } },
      team: {
        where: { membership: { deactivatedAt: null } },
        select: { membership: { select: { name: true } } },
        orderBy: { createdAt: 'asc' },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  })
  const isSupplier = actor.side === 'supplier'
  const items = rows.map(({ supplier, customer, team, ...row }) => ({
    ...row,
    name: isSupplier ? customer.name : supplier.name,
    team: isSupplier ? team.map(({ membership }) => membership.name) : [],
  }))
  return pageOf(items, pageSize, ({ createdAt, id }) => ({ at: createdAt, id }))
}

/** How many there are, counted up to one more than the limit. */
export async function countAccounts(
  actor: Actor,
  filters: AccountFilters,
  db: Database = prisma,
): Promise<number> {
  return db.account.count({ where: found(actor, filters), take: countLimit + 1 })
}

import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { comparisonNumber } from '../../comparison.ts'
import { Exact } from '../../engine/decimal.ts'
import { visibleComparisons } from '../../scope.server.ts'
import type { AskedSavings } from '../asked.ts'
import {
  type Grouping,
  type SavingsAmounts,
  type SavingsKind,
  type SavingsRow,
  savingsKinds,
} from '../savings.ts'

/** What the actor sees of the ledger: the lines of the comparisons that it sees. */
export function visibleSavings(actor: Actor): Prisma.SavingsEntryWhereInput {
  return { comparison: visibleComparisons(actor) }
}

export function asked(actor: Actor, { account, year }: AskedSavings): Prisma.SavingsEntryWhereInput {
  const accountId = account && (isId(account) ? account : { in: [] })
  return { AND: [visibleSavings(actor), accountId ? { accountId } : {}, year ? { year } : {}] }
}

const fields = {
  comparison: 'comparisonId',
  year: 'year',
  category: 'category',
  product: 'productId',
  plant: 'siteId',
} as const satisfies Record<Grouping, keyof Prisma.SavingsEntryWhereInput>

interface Sum {
  group: string
  currency: string
  kind: SavingsKind
  amount: string
}

/** The ledger in rows by what was asked for, each currency for itself, and the totals of each currency. */
export async function getLedger(actor: Actor, of: AskedSavings, db: Database = prisma) {
  const field = fields[of.by]
  const groups = await db.savingsEntry.groupBy({
    by: [field, 'currency', 'kind'],
    where: asked(actor, of),
    _sum: { amount: true },
  })
  const sums = groups.map(
    ({ _sum, currency, kind, ...group }): Sum => ({
      group: String((group as Record<string, unknown>)[field] ?? ''),
      ...{ currency, kind, amount: _sum.amount?.toFixed() ?? '0' },
    }),
  )
  const names = await namesOf(db, actor, of.by, [...new Set(sums.map(({ group }) => group))])
  const rows = tabled(sums).map((row) => ({ ...row, ...names(row.group) }))
  return {
    rows: rows
      .map(
        ({ group, ...row }): SavingsRow => ({
          ...row,
          key: `${group} ${row.currency}`,
          comparisonId: of.by === 'comparison' ? group : null,
        }),
      )
      .sort((a, b) => inOrder(of.by, a, b)),
    totals: tabled(sums.map((each) => ({ ...each, group: '' }))).map(({ currency, amounts }) => ({
      currency,
      amounts,
    })),
  }
}

/** Newest first where it is in order of time, else by name; what is not stated last. */
function inOrder(by: Grouping, a: SavingsRow, b: SavingsRow): number {
  if ((a.label === '') !== (b.label === '')) return a.label === '' ? 1 : -1
  const order =
    by === 'comparison' || by === 'year' ? b.label.localeCompare(a.label) : a.label.localeCompare(b.label)
  return order || a.currency.localeCompare(b.currency)
}

function tabled(sums: Sum[]): { group: string; currency: string; amounts: SavingsAmounts }[] {
  const rows = new Map<string, { group: string; currency: string; amounts: SavingsAmounts }>()
  for (const { group, currency, kind, amount } of sums) {
    const key = `${group} ${currency}`
    const row = rows.get(key) ?? { group, currency, amounts: nothing() }
    row.amounts[kind] = new Exact(row.amounts[kind]).plus(amount).toFixed()
    rows.set(key, row)
  }
  return [...rows.values()].sort((a, b) => a.currency.localeCompare(b.currency))
}

const nothing = () => Object.fromEntries(savingsKinds.map((kind) => [kind, '0'])) as SavingsAmounts

/** What the groups are called. Categories stay keys: the page says them in the reader's words. */
async function namesOf(
  db: Database,
  actor: Actor,
  by: Grouping,
  ids: string[],
): Promise<(id: string) => { label: string }> {
  const known = ids.filter((id) => id !== '')
  const where = { id: { in: known } }
  if (by === 'year' || by === 'category') return (label) => ({ label })
  const names = new Map<string, string>()
  if (by === 'comparison') {
    const rows = await db.comparison.findMany({
      where: { AND: [where, visibleComparisons(actor)] },
      select: { id: true, number: true, title: true },
    })
    for (const { id, number, title } of rows) names.set(id, `${comparisonNumber(number)} ${title}`)
  } else if (by === 'product') {
    const rows = await db.product.findMany({ where, select: { id: true, number: true, name: true } })
    for (const { id, number, name } of rows) names.set(id, `${number} ${name}`)
  } else {
    const rows = await db.site.findMany({ where, select: { id: true, name: true } })
    for (const { id, name } of rows) names.set(id, name)
  }
  return (id) => ({ label: names.get(id) ?? '' })
}

/** The years of which there are lines, the latest first. */
export async function listYears(actor: Actor, db: Database = prisma): Promise<number[]> {
  const rows = await db.savingsEntry.groupBy({
    by: ['year'],
    where: visibleSavings(actor),
    orderBy: { year: 'desc' },
  })
  return rows.map(({ year }) => year)
}

/** The lines themselves, as they were written. */
export async function listLines(actor: Actor, of: AskedSavings, db: Database = prisma) {
  const rows = await db.savingsEntry.findMany({
    relationLoadStrategy: 'join',
    where: asked(actor, of),
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: 20_000,
    select: {
      ...{
        kind: true,
        amount: true,
        currency: true,
        year: true,
        category: true,
        period: true,
        revision: true,
      },
      ...{ recordedAt: true, reversesId: true },
      comparison: { select: { number: true, title: true } },
      product: { select: { number: true } },
      site: { select: { name: true } },
    },
  })
  return rows.map(({ amount, ...row }) => ({ ...row, amount: amount.toFixed() }))
}

import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber } from '../../kinds.ts'
import type { CellRemark, RowPlan } from '../import.ts'
import type { RowFilter } from './filter.ts'

/** Rows on one page. */
export const rowsOnPage = 100

/** Who will see what a row brings: accounts by name as far as the actor knows them, and functions. */
export interface RowReach {
  isEverybody: boolean
  accounts: string[]
  functions: string[]
}

const filters: Record<RowFilter, Prisma.DocumentImportRowWhereInput> = {
  all: {},
  refused: { outcome: 'refused' },
  new: { outcome: 'new' },
  version: { outcome: 'version' },
  unchanged: { outcome: 'unchanged' },
  failed: { state: 'failed' },
  kept: { state: 'kept' },
}

/** The rows of an import behind a line, by the filter. Two statements. */
export async function listRows(
  actor: Actor,
  importId: string,
  { filter, after }: { filter: RowFilter; after: number },
  db: Database = prisma,
) {
  const [rows, accounts] = await Promise.all([
    db.documentImportRow.findMany({
      where: { AND: [{ importId, line: { gt: after } }, filters[filter]] },
      orderBy: { line: 'asc' },
      take: rowsOnPage + 1,
    }),
    db.account.findMany({
      relationLoadStrategy: 'join',
      where: visibleAccounts(actor),
      select: { id: true, customer: { select: { name: true } } },
    }),
  ])
  const names = new Map(accounts.map(({ id, customer }) => [id, customer.name]))
  const items = rows.slice(0, rowsOnPage).map((row) => {
    const plan = row.plan as RowPlan | null
    return {
      ...{ line: row.line, outcome: row.outcome, state: row.state, title: row.title, reason: row.reason },
      number: row.number || numberOf(plan),
      documentId: row.state === 'imported' || row.state === 'kept' ? row.documentId : null,
      problems: row.problems as unknown as CellRemark[],
      notes: row.notes as unknown as CellRemark[],
      isDraft: plan?.isDraft ?? null,
      files: plan?.files.length ?? 0,
      reach: plan && plan.base === null ? reachOf(plan, names) : null,
    }
  })
  const last = items.at(-1)
  return { items, next: rows.length > rowsOnPage && last ? last.line : null }
}
export type ImportRow = Awaited<ReturnType<typeof listRows>>['items'][number]

const numberOf = (plan: RowPlan | null) =>
  plan?.document && 'number' in plan.document ? documentNumber(plan.kind, plan.document.number) : ''

function reachOf({ reach }: RowPlan, names: Map<string, string>): RowReach {
  const { everyAccount, accountIds, functions } = reach
  return {
    isEverybody: everyAccount,
    functions,
    accounts: accountIds.flatMap((id) => names.get(id) ?? []).sort(),
  }
}

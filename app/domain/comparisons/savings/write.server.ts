import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import type { CostCategory } from '../comparison.ts'
import { Exact, gridText } from '../engine/decimal.ts'
import type { CaseResult } from '../engine/result.ts'
import {
  bestAlternative,
  type CategoryAmount,
  firstYearByCategory,
} from '../engine/verification/by-category.ts'
import type { SavingsKind } from './savings.ts'

/** Where a line of the ledger hangs from. */
export interface Ledgered {
  id: string
  accountId: string
  organizationId: string
  currency: string
}

/** Of which product and plant it is, once a plan says so. */
interface Placed {
  productId: string | null
  siteId: string | null
}

export type Line = Pick<
  Prisma.SavingsEntryCreateManyInput,
  'key' | 'kind' | 'revision' | 'period' | 'reversesId'
> & {
  amount: string
  category: string | null
  year?: number
} & Partial<Placed>

/**
 * Adds lines to the ledger, in the transaction of the command that they follow from: so they are there exactly when that was
 * done. The key of a line says what it is of; the database takes each once.
 */
export async function addLines(tx: Tx, actor: Actor, comparison: Ledgered, lines: Line[]): Promise<void> {
  if (lines.length === 0) return
  const at = now()
  const { id: comparisonId, accountId, organizationId, currency } = comparison
  await tx.savingsEntry.createMany({
    data: lines.map((line) => ({
      ...line,
      ...{ id: uuidv7(), comparisonId, accountId, organizationId, currency },
      category: line.category as CostCategory | null,
      amount: gridText(new Exact(line.amount)),
      year: line.year ?? at.getUTCFullYear(),
      ...{ recordedById: actor.membershipId, recordedAt: at },
    })),
  })
}

const linesOf = (
  kind: SavingsKind,
  { revision, of, placed }: { revision: number; of: string; placed?: Placed },
  parts: CategoryAmount[],
): Line[] =>
  parts.map(({ category, amount }) => ({
    ...{ kind, revision, category, amount, ...placed },
    key: `${kind}:${of}:${category ?? '-'}`,
  }))

/** The first year of the alternative that saves most, by category: what sharing proposes, and what both sides then sign. */
export async function addPromised(
  tx: Tx,
  actor: Actor,
  comparison: Ledgered,
  { kind, result, revision }: { kind: 'proposed' | 'agreed'; result: CaseResult; revision: number },
): Promise<void> {
  const best = bestAlternative(result)
  if (!best) return
  const lines = linesOf(kind, { revision, of: `${revision}` }, firstYearByCategory(result, best))
  await addLines(tx, actor, comparison, lines)
}

/** What stands of some kinds: lines that were not reversed, and are no reversals. */
export async function standingLines(
  tx: Tx,
  comparisonId: string,
  where: { kind: SavingsKind; period?: number },
) {
  const rows = await tx.savingsEntry.findMany({
    where: { comparisonId, ...where, reversesId: null, reversedBy: { is: null } },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({ ...row, amount: row.amount.toFixed() }))
}
type Standing = Awaited<ReturnType<typeof standingLines>>[number]

/** A line with the opposite amount for each: nothing is taken out. */
export const reversalsOf = (lines: Standing[]): Line[] =>
  lines.map(({ id, kind, revision, period, category, year, productId, siteId, amount }) => ({
    ...{ kind, revision, period, category, year, productId, siteId, reversesId: id },
    key: `reverse:${id}`,
    amount: new Exact(amount).negated().toFixed(),
  }))

/**
 * Once a plan says which alternative, product and plant it is of, the lines so far are written anew with that: reversed, and added
 * again. What was agreed is then of the alternative that is tried out.
 */
export async function restate(
  tx: Tx,
  actor: Actor,
  comparison: Ledgered,
  { result, optionId, placed }: { result: CaseResult; optionId: string; placed: Placed },
): Promise<void> {
  const alternative = result.alternatives.find((each) => each.optionId === optionId)
  for (const kind of ['proposed', 'agreed'] as const) {
    const standing = await standingLines(tx, comparison.id, { kind })
    const [first] = standing
    if (!first) continue
    const parts = kind === 'agreed' && alternative ? firstYearByCategory(result, alternative) : standing
    const again = linesOf(kind, { revision: first.revision, of: 'plan', placed }, parts)
    const lines = again.map((line) => ({ ...line, year: first.year }))
    await addLines(tx, actor, comparison, [...reversalsOf(standing), ...lines])
  }
}

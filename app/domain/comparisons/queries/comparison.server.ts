import type { Actor, Side } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import type { CaseAssumption, CaseSource } from '../case-of.ts'
import { comparisonNumber } from '../comparison.ts'
import { visibleComparisons } from '../scope.server.ts'

/** The terms beside rate and horizon, and the end product. */
export const terms = {
  ...{ productName: true, productText: true },
  ...{ rateKind: true, inflation: true, timing: true, escalation: true },
} satisfies Prisma.ComparisonSelect

const known = {
  id: true,
  accountId: true,
  organizationId: true,
  number: true,
  title: true,
  purpose: true,
  currency: true,
  discountRate: true,
  horizonYears: true,
  ...terms,
  status: true,
  revision: true,
  ...{ ownerId: true, changedById: true, approvalAskedAt: true, sharedAt: true },
  account: { select: { closedAt: true } },
} satisfies Prisma.ComparisonSelect

export type KnownComparison = Prisma.ComparisonGetPayload<{ select: typeof known }>

/**
 * What a command has to know of a comparison.
 * @throws NotFound
 */
export async function getComparison(
  actor: Actor,
  id: string,
  db: Database = prisma,
): Promise<KnownComparison> {
  const comparison = await db.comparison.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: requireId(id) }, visibleComparisons(actor)] },
    select: known,
  })
  if (!comparison) throw new NotFound()
  return comparison
}

/** What the sentence of every event names. */
export function namedComparison(comparison: { number: number; title: string }) {
  return { number: comparisonNumber(comparison.number), title: comparison.title }
}

/** Those of the ids that name a comparison which the actor sees. */
export async function findVisibleComparisons(
  actor: Actor,
  ids: string[],
  db: Database = prisma,
): Promise<string[]> {
  const found = await db.comparison.findMany({
    where: { AND: [{ id: { in: ids } }, visibleComparisons(actor)] },
    select: { id: true },
  })
  return found.map((each) => each.id)
}

/** The parts that make the case, in their order. */
export const parts = {
  options: { orderBy: { position: 'asc' }, select: { id: true, name: true, isBaseline: true } },
  lines: {
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, name: true, category: true, basis: true },
      ...{ calculator: true, calculatorVersion: true, bindings: true, formula: true },
      ...{ batchSize: true, eventsPerYear: true, year: true, lives: true },
    },
  },
  quantities: {
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, role: true, lineId: true, position: true },
      ...{ name: true, unit: true, isPerOption: true, formula: true },
      ...{ kind: true, label: true, direction: true, method: true, conditions: true },
    },
  },
  assumptions: {
    select: {
      id: true,
      lineId: true,
      optionId: true,
      quantityId: true,
      year: true,
      supplierValue: true,
      customerValue: true,
      supplierNote: true,
      customerNote: true,
      supplierChangedAt: true,
      customerChangedAt: true,
      supplierChangedById: true,
      customerChangedById: true,
    },
  },
} satisfies Prisma.ComparisonSelect

export type AssumptionRow = Prisma.AssumptionGetPayload<(typeof parts)['assumptions']>

export interface SideValue {
  value: string | null
  note: string
  changedAt: Date | null
}
export type ComparisonAssumption = CaseAssumption & Record<Side, SideValue>

/** Decimals become plain texts: they go to the browser and into the engine as they are. */
export function assumptionOf(row: AssumptionRow): ComparisonAssumption {
  const { id, lineId, optionId, quantityId, year } = row
  return {
    ...{ id, lineId, optionId, quantityId, year },
    supplier: {
      value: row.supplierValue?.toFixed() ?? null,
      note: row.supplierNote,
      changedAt: row.supplierChangedAt,
    },
    customer: {
      value: row.customerValue?.toFixed() ?? null,
      note: row.customerNote,
      changedAt: row.customerChangedAt,
    },
  }
}

const casePart = {
  currency: true,
  discountRate: true,
  horizonYears: true,
  ...terms,
  ...parts,
} satisfies Prisma.ComparisonSelect
type CaseRow = Prisma.ComparisonGetPayload<{ select: typeof casePart }>

export function sourceOf(row: CaseRow): CaseSource & { assumptions: ComparisonAssumption[] } {
  return {
    currency: row.currency,
    discountRate: row.discountRate.toFixed(),
    horizonYears: row.horizonYears,
    rateKind: row.rateKind,
    inflation: row.inflation?.toFixed() ?? null,
    timing: row.timing,
    escalation: row.escalation as Record<string, string>,
    options: row.options,
    lines: row.lines.map((line) => ({
      ...line,
      bindings: line.bindings as Record<string, string>,
      lives: line.lives as Record<string, number>,
      batchSize: line.batchSize?.toFixed() ?? null,
      eventsPerYear: line.eventsPerYear?.toFixed() ?? null,
    })),
    quantities: row.quantities,
    assumptions: row.assumptions.map(assumptionOf),
  }
}

/** The case of a comparison that was found in scope before, as the transaction sees it. */
export async function readCase(db: Database, comparisonId: string) {
  const row = await db.comparison.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: comparisonId },
    select: casePart,
  })
  return sourceOf(row)
}

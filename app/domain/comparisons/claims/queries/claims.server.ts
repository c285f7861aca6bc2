import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { isChangeable, isInside } from '../../comparison.ts'
import { comparisonPolicy } from '../../policy.ts'
import { getComparison, namedComparison } from '../../queries/comparison.server.ts'
import { isInForce, type Unproven, unprovenOf } from '../claim.ts'
import { findWording } from '../wording.ts'

/** 2026-12-24 */
export const today = (): string => dayOf(now())
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

const inForce = {
  where: { withdrawnAt: null },
  orderBy: { id: 'asc' },
  include: { lines: { select: { lineId: true } }, writtenBy: { select: { name: true, side: true } } },
} as const

/** Options with whose they are, lines, the supplier's values and the claims; of a comparison that was found in scope before. */
async function readStated(db: Database, comparisonId: string) {
  const row = await db.comparison.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: comparisonId },
    select: {
      options: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, isBaseline: true, isCompetitor: true },
      },
      lines: {
        orderBy: { position: 'asc' },
        select: { id: true, name: true, calculator: true, formula: true, lives: true },
      },
      assumptions: {
        select: { lineId: true, optionId: true, supplierValue: true, quantity: { select: { lineId: true } } },
      },
      claims: inForce,
    },
  })
  const claims = row.claims.map(({ lines, sourceDate, expiresOn, ...claim }) => ({
    ...claim,
    ...{
      sourceDate: dayOf(sourceDate),
      expiresOn: dayOf(expiresOn),
      lineIds: lines.map(({ lineId }) => lineId),
    },
  }))
  // An input of a calculated line is stated of that line; what has a name of its own, of the whole product.
  const assumptions = row.assumptions.map(({ supplierValue, lineId, optionId, quantity }) => ({
    ...{ lineId: lineId ?? quantity?.lineId ?? null, optionId, isCost: quantity === null },
    supplier: { value: supplierValue?.toFixed() ?? null },
  }))
  const lines = row.lines.map(({ id, name }) => ({ id, name }))
  return { options: row.options, lines, assumptions: [...assumptions, ...derivedOf(row)], claims }
}

interface Derived {
  options: { id: string; isCompetitor: boolean }[]
  lines: { id: string; calculator: string | null; formula: string; lives: unknown }[]
}

/**
 * What is stated of competitors' products without a value of their own: the amount of a line that is calculated, whatever it is
 * calculated from, and after how many years something is bought again.
 */
function derivedOf({ options, lines }: Derived) {
  return options
    .filter(({ isCompetitor }) => isCompetitor)
    .flatMap(({ id: optionId }) =>
      lines
        .filter(
          ({ calculator, formula, lives }) =>
            calculator !== null || formula !== '' || optionId in (lives as Record<string, number>),
        )
        .map(({ id: lineId }) => ({ lineId, optionId, isCost: false, supplier: { value: '1' } })),
    )
}

/** What of competitors' products nothing proves today. */
export async function listUnproven(db: Database, comparisonId: string): Promise<Unproven[]> {
  const { claims, ...stated } = await readStated(db, comparisonId)
  return unprovenOf(stated, claims, today())
}

/** The same, for a page. @throws NotFound */
export async function listUnprovenOf(actor: Actor, id: string, db: Database = prisma): Promise<Unproven[]> {
  const comparison = await getComparison(actor, id, db)
  return listUnproven(db, comparison.id)
}

/** @throws Conflict with the number of products whose sources are missing or have expired */
export async function requireProven(db: Database, comparisonId: string): Promise<void> {
  const unproven = await listUnproven(db, comparisonId)
  const count = new Set(unproven.map(({ optionId }) => optionId)).size
  if (count > 0) throw new Conflict('comparisons:error.unproven', { count })
}

/**
 * What is said of competitors' products in a comparison, for whoever sees it. Hints on wording are for those who write.
 * @throws NotFound
 */
export async function openClaims(actor: Actor, comparisonId: string, db: Database = prisma) {
  const comparison = await getComparison(actor, comparisonId, db)
  const { claims, ...stated } = await readStated(db, comparison.id)
  const isTheirs = comparisonPolicy.changeStructure(actor, comparison)
  const mayWrite = isTheirs && isChangeable(comparison.status)
  const day = today()
  const wording = (text: string) => (mayWrite ? findWording(text) : [])
  const { options, lines } = stated
  return {
    comparison: { ...namedComparison(comparison), id: comparison.id, revision: comparison.revision },
    isTheirs,
    ...{ options, lines, mayWrite, isInside: isInside(comparison.status) },
    unproven: actor.side === 'supplier' ? unprovenOf(stated, claims, day) : [],
    /** Of the title, the purpose and the names of the options. */
    wording: wording([comparison.title, comparison.purpose, ...options.map(({ name }) => name)].join('\n')),
    claims: claims.map((claim) => ({
      ...claim,
      isInForce: isInForce(claim, day),
      wording: wording(`${claim.statement}\n${claim.conditions}`),
    })),
  }
}
export type OpenClaims = Awaited<ReturnType<typeof openClaims>>

/**
 * One of them, for whoever may change it.
 * @throws NotFound, Forbidden, Conflict once nothing of the comparison changes any more
 */
export async function openClaim(actor: Actor, comparisonId: string, claimId: string) {
  const opened = await openClaims(actor, comparisonId)
  const claim = opened.claims.find(({ id }) => id === claimId)
  if (!claim) throw new NotFound()
  authorize(opened.isTheirs)
  if (!opened.mayWrite) throw new Conflict('common:error.transition')
  return { ...opened, claim }
}
